package org.tensiometer.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.headers.TraceContext;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.serde.PoisonRecordException;
import org.tensiometer.wire.topics.RecordCopy;

/** Bytes to bytes: decodes a record, maps it, encodes what comes of it; or makes a dead letter. */
final class RecordTranslator<V extends SpecificRecord> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RecordTranslator.class);

  private final ForwarderSettings<V> settings;
  private final RecordMapper<V> mapper;
  private final Deserializer<V> values;
  private final Serializer<SpecificRecord> outputs;
  private final StringDeserializer keys = new StringDeserializer();
  private final StringSerializer outputKeys = new StringSerializer();

  RecordTranslator(ForwarderSettings<V> settings, RecordMapper<V> mapper) {
    this.settings = settings;
    this.mapper = mapper;
    AvroSerdes serdes = new AvroSerdes(settings.clientConfig());
    values = serdes.valueDeserializer(settings.source().valueType());
    outputs = serdes.valueSerializer(SpecificRecord.class);
  }

  /**
   * @throws KafkaException if the record could not be translated now; it may be tried again
   */
  List<ProducerRecord<byte[], byte[]>> translate(ConsumerRecord<byte[], byte[]> record) {
    List<ProducerRecord<String, Object>> mapped;
    try {
      mapped = mapper.map(decode(record));
    } catch (PoisonRecordException e) {
      return List.of(deadLetter(record, DeadLetters.UNDECODABLE, e));
    } catch (KafkaException e) {
      throw e;
    } catch (RuntimeException e) {
      return List.of(deadLetter(record, DeadLetters.INVALID, e));
    }
    List<ProducerRecord<byte[], byte[]>> encoded = new ArrayList<>(mapped.size());
    Optional<TraceContext> trace =
        TraceContext.of(record.headers()).map(read -> read.after(settings.name()));
    for (ProducerRecord<String, Object> output : mapped) {
      trace.ifPresent(here -> here.stamp(output.headers()));
      encoded.add(encode(output));
    }
    return encoded;
  }

  ProducerRecord<byte[], byte[]> deadLetter(
      ConsumerRecord<byte[], byte[]> record, String reason, Exception fault) {
    LOG.warn(
        "{} refuses {}-{}@{} ({}): {}",
        settings.name(),
        record.topic(),
        record.partition(),
        record.offset(),
        reason,
        DeadLetters.bounded(String.valueOf(fault.getMessage())));
    String topic = settings.deadLetters().name();
    byte[] value =
        outputs.serialize(
            topic, DeadLetters.of(record, settings.name(), settings.generation(), reason, fault));
    return new ProducerRecord<>(
        topic,
        null,
        null,
        DeadLetters.key(record.key()),
        value,
        DeadLetters.headers(record, fault));
  }

  @Override
  public void close() {
    values.close();
    outputs.close();
  }

  private ConsumerRecord<String, V> decode(ConsumerRecord<byte[], byte[]> record) {
    String key = keys.deserialize(record.topic(), record.key());
    V value = values.deserialize(record.topic(), record.value());
    return RecordCopy.of(record, key, value);
  }

  private ProducerRecord<byte[], byte[]> encode(ProducerRecord<String, Object> output) {
    return new ProducerRecord<>(
        output.topic(),
        output.partition(),
        output.timestamp(),
        outputKeys.serialize(output.topic(), output.key()),
        output.value() instanceof byte[] bytes
            ? bytes
            : outputs.serialize(output.topic(), (SpecificRecord) output.value()),
        output.headers());
  }
}
