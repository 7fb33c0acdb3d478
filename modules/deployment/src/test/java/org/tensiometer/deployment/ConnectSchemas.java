package org.tensiometer.deployment;

import java.util.Date;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/** Avro schemas as Kafka Connect sees them after an Avro converter. */
final class ConnectSchemas {

  private ConnectSchemas() {}

  static org.apache.kafka.connect.data.Schema of(Schema avro) {
    return builder(avro).build();
  }

  private static SchemaBuilder builder(Schema avro) {
    if (avro.getLogicalType() instanceof LogicalTypes.Date) {
      return org.apache.kafka.connect.data.Date.builder();
    }
    if (avro.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
      return Timestamp.builder();
    }
    return switch (avro.getType()) {
      case RECORD -> {
        SchemaBuilder struct = SchemaBuilder.struct().name(avro.getFullName());
        avro.getFields().forEach(field -> struct.field(field.name(), of(field.schema())));
        yield struct;
      }
      case UNION ->
          builder(
                  avro.getTypes().stream()
                      .filter(type -> type.getType() != Schema.Type.NULL)
                      .findFirst()
                      .orElseThrow())
              .optional();
      case ARRAY -> SchemaBuilder.array(of(avro.getElementType()));
      case STRING, ENUM -> SchemaBuilder.string();
      case INT -> SchemaBuilder.int32();
      case LONG -> SchemaBuilder.int64();
      case DOUBLE -> SchemaBuilder.float64();
      case BOOLEAN -> SchemaBuilder.bool();
      default -> throw new IllegalArgumentException("No record for Connect has a " + avro);
    };
  }

  /** A value of a schema that is not optional. */
  static Object sample(org.apache.kafka.connect.data.Schema schema) {
    if (schema.name() != null
        && schema.type() != org.apache.kafka.connect.data.Schema.Type.STRUCT) {
      return new Date(0);
    }
    return switch (schema.type()) {
      case STRING -> "text";
      case INT32 -> 1;
      case INT64 -> 1L;
      case FLOAT64 -> 1.0;
      case BOOLEAN -> true;
      case ARRAY -> List.of();
      case STRUCT -> {
        Struct struct = new Struct(schema);
        schema.fields().stream()
            .filter(field -> !field.schema().isOptional())
            .forEach(field -> struct.put(field, sample(field.schema())));
        yield struct;
      }
      default -> throw new IllegalArgumentException("No sample of " + schema.type());
    };
  }
}
