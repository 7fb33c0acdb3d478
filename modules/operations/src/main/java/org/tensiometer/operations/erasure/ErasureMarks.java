package org.tensiometer.operations.erasure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.tensiometer.contracts.ErasedArticle;
import org.tensiometer.operations.CommittedRecords;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/** Which articles were erased, and so are not to be taken in again. */
final class ErasureMarks {

  private final Map<String, ?> clientConfig;
  private final Topics topics;

  ErasureMarks(Map<String, ?> clientConfig, Topics topics) {
    this.clientConfig = Map.copyOf(clientConfig);
    this.topics = topics;
  }

  /** When the article was erased last; empty if it was not, or may be taken in again. */
  Optional<Instant> erasedAt(String articleId) {
    Map<String, byte[]> marks = new HashMap<>();
    String topic = topics.erased().name();
    new CommittedRecords(clientConfig, topics.prefix() + "-operations-erasure-marks")
        .read(
            topic,
            record -> marks.put(new String(record.key(), StandardCharsets.UTF_8), record.value()));
    try (Deserializer<ErasedArticle> values =
        new AvroSerdes(clientConfig).valueDeserializer(ErasedArticle.class)) {
      return Optional.ofNullable(marks.get(articleId))
          .map(value -> values.deserialize(topic, value).getErasedAt());
    }
  }

  /** Says from now on that the article was erased. */
  ProducerRecord<byte[], byte[]> mark(String articleId, Instant now) {
    String topic = topics.erased().name();
    try (Serializer<ErasedArticle> values =
        new AvroSerdes(clientConfig).valueSerializer(ErasedArticle.class)) {
      return record(articleId, values.serialize(topic, new ErasedArticle(now)));
    }
  }

  /** Says so no more. */
  ProducerRecord<byte[], byte[]> lift(String articleId) {
    return record(articleId, null);
  }

  private ProducerRecord<byte[], byte[]> record(String articleId, byte[] value) {
    return new ProducerRecord<>(
        topics.erased().name(), articleId.getBytes(StandardCharsets.UTF_8), value);
  }
}
