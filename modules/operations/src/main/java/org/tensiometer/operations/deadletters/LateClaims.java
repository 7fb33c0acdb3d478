package org.tensiometer.operations.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.DeadLetterMark;
import org.tensiometer.contracts.Ids;
import org.tensiometer.operations.CommittedRecords;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.headers.LineageHeaders;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/**
 * The claims of a generation that came too long after their day, each as the record of {@code
 * claims} that told it. Sent again with {@link LineageHeaders#LATE_ADMITTED}, it counts.
 */
public final class LateClaims implements RefusedSource {

  /** Reason and, as for every claim, where it was found. */
  public static final String LATE = "late";

  private static final String STAGE = "article";

  private final Map<String, ?> clientConfig;
  private final Topics topics;

  /** A late claim and where the record stood that told it. */
  private record Late(CodedClaim claim, TopicPartition partition, long offset) {}

  public LateClaims(Map<String, ?> clientConfig, Topics topics) {
    this.clientConfig = Map.copyOf(clientConfig);
    this.topics = topics;
  }

  @Override
  public String header() {
    return LineageHeaders.LATE_ADMITTED;
  }

  /**
   * By the time they were written, each as the newest record of its key. A claim whose record is
   * gone from {@code claims}, or was sent again already and not read yet, is left out.
   */
  @Override
  public List<RefusedRecord> select(Selection selection) {
    CommittedRecords records =
        new CommittedRecords(clientConfig, topics.prefix() + "-operations-late");
    Map<String, DeadLetterMark> marks = new Marks(clientConfig, topics).read();
    Map<ByteBuffer, Late> late = late(records);
    Map<TopicPartition, Long> starts = new HashMap<>();
    late.values().forEach(one -> starts.merge(one.partition(), one.offset(), Math::min));
    Map<ByteBuffer, ConsumerRecord<byte[], byte[]>> newest = new HashMap<>();
    if (!starts.isEmpty()) {
      records.readFrom(
          starts,
          record -> {
            ByteBuffer key = record.key() == null ? null : ByteBuffer.wrap(record.key());
            if (late.containsKey(key)) {
              newest.put(key, record);
            }
          });
    }
    List<RefusedRecord> found = new ArrayList<>();
    late.forEach(
        (key, one) -> {
          ConsumerRecord<byte[], byte[]> record = newest.get(key);
          if (record != null && record.value() != null && !isAdmitted(record)) {
            DeadLetter letter = letter(one.claim(), record);
            String id = RefusedRecord.id(letter);
            found.add(new RefusedRecord(id, letter, Optional.ofNullable(marks.get(id))));
          }
        });
    return found.stream()
        .filter(selection::takes)
        .sorted(
            Comparator.comparing((RefusedRecord one) -> one.letter().getOriginTimestamp())
                .thenComparing(RefusedRecord::id))
        .toList();
  }

  /** By the key of their record in claims. */
  private Map<ByteBuffer, Late> late(CommittedRecords records) {
    Map<ByteBuffer, Late> late = new LinkedHashMap<>();
    Map<ByteBuffer, ByteBuffer> keys = new HashMap<>();
    try (Deserializer<CodedClaim> values =
        new AvroSerdes(clientConfig).valueDeserializer(CodedClaim.class)) {
      records.read(
          topics.late().name(),
          record -> {
            CodedClaim claim = values.deserialize(record.topic(), record.value());
            ByteBuffer id = ByteBuffer.wrap(record.key());
            if (claim == null) {
              late.remove(keys.remove(id));
              return;
            }
            ByteBuffer key = utf8(Ids.claimKey(claim.getArticleId(), claim.getClaimIndex()));
            keys.put(id, key);
            late.put(key, new Late(claim, partition(record.headers()), offset(record.headers())));
          });
    }
    return late;
  }

  private DeadLetter letter(CodedClaim claim, ConsumerRecord<byte[], byte[]> record) {
    return DeadLetter.newBuilder()
        .setReason(LATE)
        .setMessage(claim.getReason())
        .setException("none")
        .setStage(STAGE)
        .setGeneration(topics.generation())
        .setOriginTopic(record.topic())
        .setOriginPartition(record.partition())
        .setOriginOffset(record.offset())
        .setOriginTimestamp(Instant.ofEpochMilli(record.timestamp()))
        .setArticleId(claim.getArticleId())
        .setClaimId(claim.getClaimId())
        .setAttempt(DeadLetters.attempt(record.headers()))
        .setKey(ByteBuffer.wrap(record.key()))
        .setValue(ByteBuffer.wrap(record.value()))
        .setHeaders(DeadLetters.asMap(record.headers()))
        .build();
  }

  private static boolean isAdmitted(ConsumerRecord<byte[], byte[]> record) {
    return record.headers().lastHeader(LineageHeaders.LATE_ADMITTED) != null;
  }

  private static TopicPartition partition(Headers headers) {
    return new TopicPartition(
        text(headers, LineageHeaders.ORIGIN_TOPIC),
        Integer.parseInt(text(headers, LineageHeaders.ORIGIN_PARTITION)));
  }

  private static long offset(Headers headers) {
    return Long.parseLong(text(headers, LineageHeaders.ORIGIN_OFFSET));
  }

  private static String text(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
