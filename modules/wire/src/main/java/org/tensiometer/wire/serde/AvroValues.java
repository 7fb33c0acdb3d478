package org.tensiometer.wire.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.common.errors.SerializationException;

/** The schemas of the values that can be written: Avro containers and the primitive types. */
final class AvroValues {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The properties of Avro's Java generator begin with it. */
  private static final String JAVA_PROPERTY = "avro.java.";

  private static final Map<Class<?>, Schema> PRIMITIVES =
      Map.of(
          Boolean.class, Schema.create(Schema.Type.BOOLEAN),
          Integer.class, Schema.create(Schema.Type.INT),
          Long.class, Schema.create(Schema.Type.LONG),
          Float.class, Schema.create(Schema.Type.FLOAT),
          Double.class, Schema.create(Schema.Type.DOUBLE),
          String.class, Schema.create(Schema.Type.STRING),
          byte[].class, Schema.create(Schema.Type.BYTES));

  private AvroValues() {}

  static Schema schemaOf(Object value) {
    if (value instanceof GenericContainer container) {
      return container.getSchema();
    }
    Schema schema = PRIMITIVES.get(value.getClass());
    if (schema == null) {
      throw new SerializationException(
          "Avro writes records, Boolean, Integer, Long, Float, Double, String and byte[], not "
              + value.getClass().getName());
    }
    return schema;
  }

  /** The schema without what tells Java which class to use; the same object if it has nothing. */
  static Schema withoutJavaProperties(Schema schema) {
    try {
      JsonNode json = JSON.readTree(schema.toString());
      return strip(json)
          ? new Schema.Parser().setValidateDefaults(false).parse(json.toString())
          : schema;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Avro writes a schema as JSON", e);
    }
  }

  private static boolean strip(JsonNode node) {
    boolean changed = false;
    if (node instanceof ObjectNode object) {
      for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
        if (names.next().startsWith(JAVA_PROPERTY)) {
          names.remove();
          changed = true;
        }
      }
    }
    for (JsonNode child : node) {
      changed |= strip(child);
    }
    return changed;
  }
}
