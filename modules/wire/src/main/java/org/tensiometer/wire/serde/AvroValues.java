package org.tensiometer.wire.serde;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.common.errors.SerializationException;

/** The schemas of the values that can be written: Avro containers and the primitive types. */
final class AvroValues {

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
}
