package org.tensiometer.wire.serde;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.tensiometer.wire.topics.TopicDescriptor;

/**
 * Typed serdes of the contracts' records over the serializer and deserializer that the
 * configuration names, by default ours; {@code io.confluent.kafka.serializers.KafkaAvroSerializer}
 * and {@code KafkaAvroDeserializer} may stand in their place.
 *
 * <p>Unless the configuration says otherwise, records are read as generated classes and registered
 * without Java's properties.
 */
public final class AvroSerdes {

  public static final String SERIALIZER_CLASS = "tensiometer.avro.serializer.class";
  public static final String DESERIALIZER_CLASS = "tensiometer.avro.deserializer.class";

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          SERIALIZER_CLASS,
          TensiometerAvroSerializer.class.getName(),
          DESERIALIZER_CLASS,
          TensiometerAvroDeserializer.class.getName(),
          AvroSerdeConfig.SPECIFIC_READER,
          true,
          AvroSerdeConfig.REMOVE_JAVA_PROPERTIES,
          true);

  private final Map<String, Object> config;

  /**
   * @param config settings by Confluent's names, at least {@code schema.registry.url}
   */
  public AvroSerdes(Map<String, ?> config) {
    Map<String, Object> settings = new HashMap<>(DEFAULTS);
    settings.putAll(config);
    this.config = Collections.unmodifiableMap(settings);
    TrustedRecords.trust();
  }

  /**
   * Serde of record values. It throws {@link PoisonRecordException} for bytes that can never become
   * a {@code type}, and a {@link org.apache.kafka.common.errors.RetriableException} when the
   * registry cannot be had; with whatever classes lie below.
   */
  public <T extends SpecificRecord> Serde<T> value(Class<T> type) {
    return Serdes.serdeFrom(valueSerializer(type), valueDeserializer(type));
  }

  /** Serde of the values of a topic. */
  public <T extends SpecificRecord> Serde<T> value(TopicDescriptor<T> topic) {
    return value(topic.valueType());
  }

  public <T extends SpecificRecord> Serializer<T> valueSerializer(Class<T> type) {
    Serializer<Object> serializer = instantiate(SERIALIZER_CLASS);
    serializer.configure(config, false);
    return new TypedSerializer<>(type, serializer);
  }

  public <T extends SpecificRecord> Deserializer<T> valueDeserializer(Class<T> type) {
    Deserializer<Object> deserializer = instantiate(DESERIALIZER_CLASS);
    deserializer.configure(config, false);
    return new TypedDeserializer<>(type, deserializer);
  }

  private <C> C instantiate(String setting) {
    String name = config.get(setting).toString();
    try {
      @SuppressWarnings("unchecked")
      C instance = (C) Utils.newInstance(name, Object.class);
      return instance;
    } catch (ClassNotFoundException e) {
      throw new ConfigException(
          setting, name, "is not on the class path; Confluent's come with -Pconfluent");
    }
  }
}
