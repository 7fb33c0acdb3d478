package org.tensiometer.wire.serde;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Puts ArrayLists in the place of Avro's own lists in a record just read. Avro's compare their
 * elements without the logical types, so that {@code equals} of two read records throws where an
 * element holds an optional timestamp (Avro 1.12.2). Lists whose elements hold no logical type are
 * left, and so are records without other ones: copying all of them cost a tenth of the topology's
 * time.
 */
final class PlainLists {

  private static final Map<Schema, int[]> FIELDS = new ConcurrentHashMap<>();

  private PlainLists() {}

  static void putInto(SpecificRecord record) {
    for (int field : FIELDS.computeIfAbsent(record.getSchema(), PlainLists::fieldsWithLists)) {
      Object value = record.get(field);
      if (value instanceof List<?> list) {
        record.put(field, plain(list));
      } else if (value instanceof SpecificRecord nested) {
        putInto(nested);
      }
    }
  }

  private static int[] fieldsWithLists(Schema record) {
    return record.getFields().stream()
        .filter(field -> hasListToReplace(field.schema(), newSet()))
        .mapToInt(Schema.Field::pos)
        .toArray();
  }

  private static boolean hasListToReplace(Schema schema, Set<Schema> seen) {
    return switch (schema.getType()) {
      case ARRAY -> hasLogicalType(schema.getElementType(), newSet());
      case UNION -> schema.getTypes().stream().anyMatch(type -> hasListToReplace(type, seen));
      case RECORD ->
          seen.add(schema)
              && schema.getFields().stream()
                  .anyMatch(field -> hasListToReplace(field.schema(), seen));
      default -> false;
    };
  }

  private static boolean hasLogicalType(Schema schema, Set<Schema> seen) {
    return switch (schema.getType()) {
      case ARRAY -> hasLogicalType(schema.getElementType(), seen);
      case UNION -> schema.getTypes().stream().anyMatch(type -> hasLogicalType(type, seen));
      case RECORD ->
          seen.add(schema)
              && schema.getFields().stream()
                  .anyMatch(field -> hasLogicalType(field.schema(), seen));
      default -> schema.getLogicalType() != null;
    };
  }

  // A record may hold records of its own kind.
  private static Set<Schema> newSet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static List<Object> plain(List<?> list) {
    List<Object> plain = new ArrayList<>(list.size());
    for (Object element : list) {
      if (element instanceof SpecificRecord nested) {
        putInto(nested);
      }
      plain.add(element instanceof List<?> inner ? plain(inner) : element);
    }
    return plain;
  }
}
