package org.tensiometer.operations.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.Ids;
import org.tensiometer.operations.CommittedRecords;
import org.tensiometer.operations.RecordPlace;
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

  private final AvroSerdes serdes;
  private final CommittedRecords records;
  private final Topics topics;

  /** A late claim, by its key in claims, and where the record stood that told it. */
  private record Late(RecordPlace claim, TopicPartition partition, long offset) {}

  /** The newest record of a late claim. */
  private record Standing(RefusedCase refused, String article, Instant written) {

    boolean isTakenBy(Selection selection) {
      return selection.takes(
          refused.id(), refused.reason(), refused.origin().topic(), article, written);
    }
  }

  public LateClaims(Map<String, ?> clientConfig, Topics topics) {
    serdes = new AvroSerdes(clientConfig);
    records = new CommittedRecords(clientConfig, topics.prefix() + "-operations-late");
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
  public Selected select(Selection selection) {
    Map<KeyHash, Late> late = late();
    Map<TopicPartition, Long> starts = new HashMap<>();
    late.values().forEach(one -> starts.merge(one.partition(), one.offset(), Math::min));
    Map<KeyHash, Standing> newest = new HashMap<>();
    if (!starts.isEmpty()) {
      records.readFrom(
          starts,
          record -> {
            KeyHash key = KeyHash.of(record.key());
            Late one = late.get(key);
            if (one != null && (record.value() == null || isAdmitted(record))) {
              newest.remove(key);
            } else if (one != null) {
              newest.put(key, standing(key, one, record));
            }
          });
    }
    return Selected.of(
        selection,
        newest.values().stream()
            .map(one -> one.refused().id())
            .filter(selection.ids()::contains)
            .toList(),
        newest.values().stream()
            .filter(one -> one.isTakenBy(selection))
            .sorted(
                Comparator.comparing(Standing::written).thenComparing(one -> one.refused().id()))
            .map(Standing::refused)
            .toList());
  }

  @Override
  public List<DeadLetter> letters(List<RefusedCase> cases) {
    Map<RecordPlace, ConsumerRecord<byte[], byte[]>> read = new HashMap<>();
    records.readAt(
        cases.stream().flatMap(one -> one.told().stream()).toList(),
        record -> read.put(RecordPlace.of(record), record));
    List<DeadLetter> letters = new ArrayList<>();
    try (Deserializer<CodedClaim> values = serdes.valueDeserializer(CodedClaim.class)) {
      for (RefusedCase one : cases) {
        ConsumerRecord<byte[], byte[]> claim = read.get(one.told().get(0));
        letters.add(
            letter(values.deserialize(claim.topic(), claim.value()), read.get(one.told().get(1))));
      }
    }
    return letters;
  }

  /** By the key of their record in claims. */
  private Map<KeyHash, Late> late() {
    Map<KeyHash, Late> late = new HashMap<>();
    Map<KeyHash, KeyHash> keys = new HashMap<>();
    Map<TopicPartition, TopicPartition> partitions = new HashMap<>();
    try (Deserializer<CodedClaim> values = serdes.valueDeserializer(CodedClaim.class)) {
      records.read(
          topics.late().name(),
          record -> {
            CodedClaim claim = values.deserialize(record.topic(), record.value());
            KeyHash id = KeyHash.of(record.key());
            if (claim == null) {
              late.remove(keys.remove(id));
              return;
            }
            KeyHash key =
                KeyHash.of(utf8(Ids.claimKey(claim.getArticleId(), claim.getClaimIndex())));
            keys.put(id, key);
            RecordPlace place = RecordPlace.of(record);
            late.put(
                key,
                new Late(
                    place.in(partitions.computeIfAbsent(place.partition(), same -> same)),
                    partitions.computeIfAbsent(partition(record.headers()), same -> same),
                    offset(record.headers())));
          });
    }
    return late;
  }

  private static Standing standing(KeyHash key, Late late, ConsumerRecord<byte[], byte[]> record) {
    RecordPlace place = RecordPlace.of(record);
    RefusedCase refused =
        new RefusedCase(
            RefusedCase.id(place.partition(), record.offset()),
            place.partition(),
            record.offset(),
            key,
            LATE,
            DeadLetters.attempt(record.headers()),
            record.headers().lastHeader(LineageHeaders.CUT) == null,
            List.of(late.claim(), place));
    return new Standing(
        refused,
        Ids.articleOfClaimKey(new String(record.key(), StandardCharsets.UTF_8)),
        Instant.ofEpochMilli(record.timestamp()));
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
