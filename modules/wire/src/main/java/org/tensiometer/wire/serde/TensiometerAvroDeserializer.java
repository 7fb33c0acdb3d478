package org.tensiometer.wire.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.Utf8;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.tensiometer.wire.registry.CachedSchemaRegistryClient;
import org.tensiometer.wire.registry.RegistryException;
import org.tensiometer.wire.registry.SchemaRegistryClient;
import org.tensiometer.wire.registry.SchemaRegistryClients;

/**
 * Reads Avro in Confluent's wire format. Takes Confluent's settings and reads what its
 * KafkaAvroDeserializer reads, into generated classes with {@code specific.avro.reader=true}, else
 * into GenericRecord; null is null. May be used by many threads once configured.
 *
 * <p>{@link #deserialize} throws {@link PoisonRecordException} when the bytes can never be read,
 * and {@link org.tensiometer.wire.registry.RegistryUnavailableException} when they could not be
 * read now. Bytes left over after the value are poison, where Confluent's passes over them: they
 * were written with another schema than the one they name. What a record may make Avro allocate is
 * bounded by its own length and by Avro's limits ({@code org.apache.avro.limits.*}).
 */
public final class TensiometerAvroDeserializer implements Deserializer<Object> {

  private final SchemaRegistryClient givenRegistry;
  private final Map<Integer, DatumReader<Object>> readers = new ConcurrentHashMap<>();

  private boolean specific;
  private int capacity;
  private SchemaRegistryClient registry;

  /** For Kafka, which configures it. */
  public TensiometerAvroDeserializer() {
    this(null);
  }

  /** Uses this registry in place of the configured address, and leaves it open. */
  public TensiometerAvroDeserializer(SchemaRegistryClient registry) {
    givenRegistry = registry;
  }

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    AvroSerdeConfig config = new AvroSerdeConfig(settings);
    specific = config.getBoolean(AvroSerdeConfig.SPECIFIC_READER);
    capacity = config.getInt(AvroSerdeConfig.MAX_SCHEMAS);
    registry =
        givenRegistry == null
            ? SchemaRegistryClients.shared(settings, capacity)
            : new CachedSchemaRegistryClient(givenRegistry, capacity);
  }

  @Override
  public Object deserialize(String topic, byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    if (registry == null) {
      throw new SerializationException("The deserializer was not configured before use");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int id = WireFormat.readId(topic, buffer);
    Schema written = writtenSchema(topic, id);
    if (written.getType() == Schema.Type.BYTES) {
      byte[] raw = new byte[buffer.remaining()];
      buffer.get(raw);
      return raw;
    }
    try {
      BinaryDecoder decoder =
          DecoderFactory.get().binaryDecoder(bytes, buffer.position(), buffer.remaining(), null);
      Object value = reader(topic, id, written).read(null, decoder);
      if (!decoder.isEnd()) {
        throw new PoisonRecordException(told(topic, id, written) + " has bytes after its end");
      }
      if (value instanceof SpecificRecord record) {
        PlainLists.putInto(record);
      }
      // As Confluent's: a value of Avro strings is a String, inside records as the schema says.
      return value instanceof Utf8 text ? text.toString() : value;
    } catch (PoisonRecordException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Avro tells broken bytes by exceptions of many kinds.
      throw new PoisonRecordException(
          told(topic, id, written) + " cannot be decoded: " + e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw new PoisonRecordException(
          told(topic, id, written) + " holds records in records too deeply to be read", e);
    }
  }

  private Schema writtenSchema(String topic, int id) {
    try {
      return registry.schemaById(id);
    } catch (RegistryException e) {
      if (e.errorCode() == RegistryException.SCHEMA_NOT_FOUND) {
        throw new PoisonRecordException(
            "A record of topic " + topic + " names schema " + id + ", which nobody registered", e);
      }
      throw e;
    } catch (SchemaParseException e) {
      throw new PoisonRecordException(
          "A record of topic " + topic + " names schema " + id + ", which is no Avro schema", e);
    }
  }

  private DatumReader<Object> reader(String topic, int id, Schema written) {
    DatumReader<Object> known = readers.get(id);
    if (known == null) {
      known = newReader(topic, written);
      if (readers.size() >= capacity) {
        readers.clear();
      }
      readers.put(id, known);
    }
    return known;
  }

  private DatumReader<Object> newReader(String topic, Schema written) {
    if (!WrittenSchemas.isBounded(written)) {
      throw new PoisonRecordException(
          "A record of topic "
              + topic
              + " is a "
              + written.getFullName()
              + " whose schema has lists of elements without a byte, which may be of any length");
    }
    boolean generated =
        specific
            && (written.getType() == Schema.Type.RECORD || written.getType() == Schema.Type.ENUM);
    return generated
        ? new SpecificDatumReader<>(written, generatedSchema(topic, written))
        : new GenericDatumReader<>(written, written);
  }

  private static Schema generatedSchema(String topic, Schema written) {
    Class<?> type;
    try {
      type = new SpecificData(Utils.getContextOrKafkaClassLoader()).getClass(written);
    } catch (SecurityException e) {
      throw new PoisonRecordException(
          "A record of topic "
              + topic
              + " is a "
              + written.getFullName()
              + ", which is not among the classes trusted here (org.apache.avro.SERIALIZABLE_PACKAGES)",
          e);
    }
    if (type == null || !(SpecificRecord.class.isAssignableFrom(type) || type.isEnum())) {
      throw new PoisonRecordException(
          "A record of topic "
              + topic
              + " is a "
              + written.getFullName()
              + ", for which there is no generated class here");
    }
    return SpecificData.get().getSchema(type);
  }

  private static String told(String topic, int id, Schema written) {
    return "A record of topic " + topic + " (schema " + id + ", " + written.getFullName() + ")";
  }
}
