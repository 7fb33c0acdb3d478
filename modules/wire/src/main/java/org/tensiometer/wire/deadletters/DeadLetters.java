package org.tensiometer.wire.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.wire.headers.LineageHeaders;
import org.tensiometer.wire.headers.StreamsErrorHeaders;

/** Makes the dead letter of a record, and its headers. */
public final class DeadLetters {

  /** Reason: the bytes are no record of ours. */
  public static final String UNDECODABLE = "undecodable";

  /** Reason: the record could be read and makes no sense. */
  public static final String INVALID = "invalid";

  /** Reason: what was made of the record is larger than the broker takes. */
  public static final String TOO_LARGE = "too-large";

  private static final int FIRST_ATTEMPT = 1;

  private DeadLetters() {}

  /**
   * @param record as read
   * @param stage node or part that refuses it
   * @param generation generation that refuses it
   * @param reason kind of fault, one of the constants here or the stage's own
   * @param fault what went wrong; its message says what would be right
   */
  public static DeadLetter of(
      ConsumerRecord<byte[], byte[]> record,
      String stage,
      String generation,
      String reason,
      Exception fault) {
    return DeadLetter.newBuilder()
        .setReason(reason)
        .setMessage(message(fault))
        .setException(fault.getClass().getName())
        .setStage(stage)
        .setGeneration(generation)
        .setOriginTopic(record.topic())
        .setOriginPartition(record.partition())
        .setOriginOffset(record.offset())
        .setOriginTimestamp(Instant.ofEpochMilli(record.timestamp()))
        .setArticleId(text(record.headers(), LineageHeaders.ARTICLE_ID))
        .setAttempt(attempt(record.headers()))
        .setKey(wrap(record.key()))
        .setValue(wrap(record.value()))
        .setHeaders(asMap(record.headers()))
        .build();
  }

  /**
   * The headers of a dead letter: those of the record, its origin where it brought none, and the
   * fault by the names of KIP-1034.
   */
  public static Headers headers(ConsumerRecord<byte[], byte[]> record, Exception fault) {
    Headers headers = new RecordHeaders(record.headers().toArray());
    String partition = Integer.toString(record.partition());
    String offset = Long.toString(record.offset());
    if (headers.lastHeader(LineageHeaders.ORIGIN_TOPIC) == null) {
      put(headers, LineageHeaders.ORIGIN_TOPIC, record.topic());
      put(headers, LineageHeaders.ORIGIN_PARTITION, partition);
      put(headers, LineageHeaders.ORIGIN_OFFSET, offset);
    }
    put(headers, StreamsErrorHeaders.EXCEPTION, fault.getClass().getName());
    put(headers, StreamsErrorHeaders.MESSAGE, message(fault));
    put(headers, StreamsErrorHeaders.TOPIC, record.topic());
    put(headers, StreamsErrorHeaders.PARTITION, partition);
    put(headers, StreamsErrorHeaders.OFFSET, offset);
    return headers;
  }

  /**
   * Which attempt at a record its headers tell. Anyone may write headers; what is no number from 1
   * is the first attempt.
   */
  public static int attempt(Headers headers) {
    String attempt = text(headers, LineageHeaders.ATTEMPT);
    return attempt != null && attempt.matches("[1-9][0-9]{0,5}")
        ? Integer.parseInt(attempt)
        : FIRST_ATTEMPT;
  }

  private static String message(Exception fault) {
    return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static ByteBuffer wrap(byte[] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  /** Headers by name, the last of each; one without value stands as no bytes. */
  public static Map<String, ByteBuffer> asMap(Headers headers) {
    Map<String, ByteBuffer> map = new HashMap<>();
    for (Header header : headers) {
      map.put(header.key(), ByteBuffer.wrap(header.value() == null ? new byte[0] : header.value()));
    }
    return map;
  }
}
