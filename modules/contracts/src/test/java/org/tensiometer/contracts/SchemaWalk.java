package org.tensiometer.contracts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** Everything with a name within a schema: records, enums, fixed. */
final class SchemaWalk {

  private final Schema root;
  private final Map<String, Schema> named = new LinkedHashMap<>();

  SchemaWalk(Schema root) {
    this.root = root;
    visit(root);
  }

  Collection<Schema> named() {
    return named.values();
  }

  /** The schema as JSON with all it refers to and all documentation. */
  String selfContained() {
    return new Schema.Parser().parse(root.toString()).toString();
  }

  private void visit(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> {
        if (named.putIfAbsent(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> visit(field.schema()));
        }
      }
      case ENUM, FIXED -> named.putIfAbsent(schema.getFullName(), schema);
      case ARRAY -> visit(schema.getElementType());
      case MAP -> visit(schema.getValueType());
      case UNION -> schema.getTypes().forEach(this::visit);
      default -> {}
    }
  }
}
