package org.tensiometer.wire.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.AvroTypeException;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * How the records of one generated class are written, found once. Avro's own writer asks of every
 * value anew which branch of a union and which logical type it is of, and writing was a sixth of
 * the pair stage's work. The bytes are the same; what is not planned for, and a value that does
 * not fit, is left to Avro's writer, which tells best what is wrong. Immutable.
 */
final class RecordPlan {

  /** How a value of one schema is written. */
  private interface Step {
    void write(Object value, Encoder out) throws IOException;
  }

  /** Thrown while a plan is made, never to a user. */
  private static final class NotPlanned extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final Schema schema;
  // Null if there is no plan.
  private final Step step;

  private RecordPlan(Schema schema, Step step) {
    this.schema = schema;
    this.step = step;
  }

  /** The plan for the records of a generated class; it fits none if the schema is unusual. */
  static RecordPlan of(SpecificRecord record) {
    Schema schema = record.getSchema();
    SpecificData data = new SpecificData(record.getClass().getClassLoader());
    try {
      return new RecordPlan(schema, step(schema, data, new HashSet<>()));
    } catch (NotPlanned | SecurityException e) {
      return new RecordPlan(schema, null);
    }
  }

  /** Whether {@link #write} may be tried. */
  boolean fits(SpecificRecord record) {
    return step != null && record.getSchema() == schema;
  }

  /**
   * @throws RuntimeException if the value does not fit its schema; what was written is no record
   */
  void write(SpecificRecord record, Encoder out) throws IOException {
    step.write(record, out);
  }

  private static Step step(Schema schema, SpecificData data, Set<String> open) throws NotPlanned {
    LogicalType logical = schema.getLogicalType();
    if (logical != null) {
      return step(logical.getName());
    }
    return switch (schema.getType()) {
      case STRING -> (value, out) -> out.writeString((CharSequence) value);
      case INT -> (value, out) -> out.writeInt((Integer) value);
      case LONG -> (value, out) -> out.writeLong((Long) value);
      case DOUBLE -> (value, out) -> out.writeDouble((Double) value);
      case BOOLEAN -> (value, out) -> out.writeBoolean((Boolean) value);
      case BYTES -> (value, out) -> out.writeBytes((ByteBuffer) value);
      case ENUM -> ofEnum(schema, data);
      case ARRAY -> ofList(step(schema.getElementType(), data, open));
      case UNION -> ofOptional(schema.getTypes(), data, open);
      case RECORD -> ofRecord(schema, data, open);
      default -> throw new NotPlanned();
    };
  }

  private static Step step(String logicalType) throws NotPlanned {
    return switch (logicalType) {
      case "date" -> (value, out) -> out.writeInt((int) ((LocalDate) value).toEpochDay());
      case "timestamp-millis" -> (value, out) -> out.writeLong(((Instant) value).toEpochMilli());
      default -> throw new NotPlanned();
    };
  }

  private static Step ofEnum(Schema schema, SpecificData data) throws NotPlanned {
    Class<?> type = data.getClass(schema);
    boolean sameOrder =
        type != null
            && type.isEnum()
            && Arrays.stream(type.getEnumConstants())
                .map(Object::toString)
                .toList()
                .equals(schema.getEnumSymbols());
    if (!sameOrder) {
      throw new NotPlanned();
    }
    return (value, out) -> out.writeEnum(((Enum<?>) type.cast(value)).ordinal());
  }

  private static Step ofList(Step element) {
    return (value, out) -> {
      Collection<?> list = (Collection<?>) value;
      out.writeArrayStart();
      out.setItemCount(list.size());
      for (Object one : list) {
        out.startItem();
        element.write(one, out);
      }
      out.writeArrayEnd();
    };
  }

  private static Step ofOptional(List<Schema> branches, SpecificData data, Set<String> open)
      throws NotPlanned {
    int ofNull = branches.get(0).getType() == Schema.Type.NULL ? 0 : 1;
    if (branches.size() != 2 || branches.get(ofNull).getType() != Schema.Type.NULL) {
      throw new NotPlanned();
    }
    int ofValue = 1 - ofNull;
    Step step = step(branches.get(ofValue), data, open);
    return (value, out) -> {
      if (value == null) {
        out.writeIndex(ofNull);
      } else {
        out.writeIndex(ofValue);
        step.write(value, out);
      }
    };
  }

  private static Step ofRecord(Schema schema, SpecificData data, Set<String> open)
      throws NotPlanned {
    Class<?> type = data.getClass(schema);
    // A record in a record of its own kind would have a plan without end.
    if (type == null
        || !SpecificRecord.class.isAssignableFrom(type)
        || !data.getSchema(type).equals(schema)
        || !open.add(schema.getFullName())) {
      throw new NotPlanned();
    }
    Step[] fields = new Step[schema.getFields().size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = step(schema.getFields().get(i).schema(), data, open);
    }
    open.remove(schema.getFullName());
    return (value, out) -> {
      if (value.getClass() != type) {
        throw new AvroTypeException("not a " + type.getName());
      }
      SpecificRecord record = (SpecificRecord) value;
      for (int i = 0; i < fields.length; i++) {
        fields[i].write(record.get(i), out);
      }
    };
  }
}
