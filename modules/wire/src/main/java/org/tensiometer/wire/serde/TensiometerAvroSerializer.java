package org.tensiometer.wire.serde;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.tensiometer.wire.registry.CachedSchemaRegistryClient;
import org.tensiometer.wire.registry.PlainSchemas;
import org.tensiometer.wire.registry.SchemaRegistryClient;
import org.tensiometer.wire.registry.SchemaRegistryClients;

/**
 * Writes Avro in Confluent's wire format. Takes Confluent's settings and writes the bytes that its
 * KafkaAvroSerializer writes; null is null. May be used by many threads once configured.
 *
 * <p>{@link #serialize} throws {@link org.tensiometer.wire.registry.IncompatibleSchemaException}
 * when the registry does not allow the schema, {@link
 * org.tensiometer.wire.registry.RegistryUnavailableException} when it gives no answer, {@link
 * SerializationException} when the value does not fit its schema.
 */
public final class TensiometerAvroSerializer implements Serializer<Object> {

  private static final int TYPICAL_BYTES = 512;

  // Each has a buffer; without one, every number is a call of a synchronized stream.
  private static final ThreadLocal<BinaryEncoder> ENCODERS = new ThreadLocal<>();

  private final SchemaRegistryClient givenRegistry;
  private final Map<Schema, Schema> stripped = new ConcurrentHashMap<>();
  private final Map<Schema, DatumWriter<Object>> writers = new ConcurrentHashMap<>();

  private boolean isKey;
  private boolean removeJavaProperties;
  private int capacity;
  private SubjectNameStrategy strategy;
  private SchemaRegistryClient registry;
  private SchemaIds ids;

  /** For Kafka, which configures it. */
  public TensiometerAvroSerializer() {
    this(null);
  }

  /** Uses this registry in place of the configured address, and leaves it open. */
  public TensiometerAvroSerializer(SchemaRegistryClient registry) {
    givenRegistry = registry;
  }

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    AvroSerdeConfig config = new AvroSerdeConfig(settings);
    this.isKey = isKey;
    removeJavaProperties = config.getBoolean(AvroSerdeConfig.REMOVE_JAVA_PROPERTIES);
    strategy = config.subjectStrategy(isKey);
    capacity = config.getInt(AvroSerdeConfig.MAX_SCHEMAS);
    registry =
        givenRegistry == null
            ? SchemaRegistryClients.shared(settings, capacity)
            : new CachedSchemaRegistryClient(givenRegistry, capacity);
    ids = new SchemaIds(registry, config);
  }

  @Override
  public byte[] serialize(String topic, Object value) {
    if (value == null) {
      return null;
    }
    if (ids == null) {
      throw new SerializationException("The serializer was not configured before use");
    }
    Schema own = AvroValues.schemaOf(value);
    SchemaIds.Chosen chosen = ids.choose(strategy.subject(topic, isKey, own), registered(own));
    try {
      return chosen.newest() == null
          ? write(chosen.id(), own, value)
          : write(chosen.id(), chosen.newest(), brought(value, own, chosen.newest()));
    } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
      // In any of these ways Avro tells of a value that does not fit.
      throw new SerializationException(
          "A value for topic "
              + topic
              + " does not fit its schema "
              + own.getFullName()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private Schema registered(Schema own) {
    return removeJavaProperties
        ? bounded(stripped).computeIfAbsent(own, PlainSchemas::withoutJavaProperties)
        : own;
  }

  private byte[] write(int id, Schema schema, Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    DataOutputStream header = new DataOutputStream(bytes);
    header.writeByte(WireFormat.MAGIC);
    header.writeInt(id);
    if (value instanceof byte[] raw) {
      // As Confluent's: a value of Avro bytes stands without its length.
      bytes.writeBytes(raw);
    } else {
      encode(schema, value, bytes);
    }
    return bytes.toByteArray();
  }

  private void encode(Schema schema, Object value, ByteArrayOutputStream bytes) throws IOException {
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, ENCODERS.get());
    ENCODERS.set(encoder);
    DatumWriter<Object> writer =
        value instanceof SpecificRecord
            ? bounded(writers).computeIfAbsent(schema, SpecificDatumWriter::new)
            : new GenericDatumWriter<>(schema);
    writer.write(value, encoder);
    encoder.flush();
  }

  /** The same value in the newest schema, which may order its fields otherwise and have more. */
  private Object brought(Object value, Schema own, Schema newest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    encode(own, value, bytes);
    return new GenericDatumReader<>(own, newest)
        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
  }

  private <V> Map<Schema, V> bounded(Map<Schema, V> cache) {
    if (cache.size() >= capacity) {
      cache.clear();
    }
    return cache;
  }
}
