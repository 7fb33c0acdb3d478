package org.tensiometer.wire.serde;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;

/** Schemas of writers, whom nobody here knows, judged by what a record of them may cost. */
final class WrittenSchemas {

  private WrittenSchemas() {}

  /**
   * Whether a record of the schema costs no more than in proportion to its length: a list whose
   * elements take no byte may have millions of them in five bytes, which Avro makes one by one even
   * to pass them over.
   */
  static boolean isBounded(Schema schema) {
    return isBounded(schema, new HashSet<>());
  }

  private static boolean isBounded(Schema schema, Set<Schema> seen) {
    return switch (schema.getType()) {
      case ARRAY ->
          !isEmpty(schema.getElementType(), new HashSet<>())
              && isBounded(schema.getElementType(), seen);
      // Each entry has a key.
      case MAP -> isBounded(schema.getValueType(), seen);
      case UNION -> schema.getTypes().stream().allMatch(type -> isBounded(type, seen));
      case RECORD ->
          !seen.add(schema)
              || schema.getFields().stream().allMatch(field -> isBounded(field.schema(), seen));
      default -> true;
    };
  }

  /** Whether values of the schema are written as nothing. */
  private static boolean isEmpty(Schema schema, Set<Schema> seen) {
    return switch (schema.getType()) {
      case NULL -> true;
      case FIXED -> schema.getFixedSize() == 0;
      // A record in itself would have no end if nothing stood between.
      case RECORD ->
          seen.add(schema)
              && schema.getFields().stream().allMatch(field -> isEmpty(field.schema(), seen));
      default -> false;
    };
  }
}
