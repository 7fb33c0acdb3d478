package org.tensiometer.wire.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.wire.headers.CarriedHeaders;
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

  /**
   * Header of a dead letter that was only moved, because one behind it was erased; it tells of no
   * other refusal. Its value is the offset that the letter had, in digits.
   */
  public static final String COPIED = "tensiometer.dead-letter.copied";

  private static final int FIRST_ATTEMPT = 1;

  /** Most characters of a text of ours; words of the record may stand in it. */
  private static final int LONGEST_TEXT = 2_000;

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
    KeptRecord kept = KeptRecord.of(record);
    return DeadLetter.newBuilder()
        .setReason(reason)
        .setMessage(message(fault) + kept.remark())
        .setException(fault.getClass().getName())
        .setStage(stage)
        .setGeneration(generation)
        .setOriginTopic(record.topic())
        .setOriginPartition(record.partition())
        .setOriginOffset(record.offset())
        .setOriginTimestamp(Instant.ofEpochMilli(record.timestamp()))
        .setArticleId(identifier(text(record.headers(), LineageHeaders.ARTICLE_ID)))
        .setAttempt(attempt(record.headers()))
        .setKey(kept.key())
        .setValue(kept.value())
        .setHeaders(kept.headers())
        .build();
  }

  /** Whether all of the record is in the letter, so that it can be sent again. */
  public static boolean isWhole(DeadLetter letter) {
    return !letter.getHeaders().containsKey(LineageHeaders.CUT);
  }

  /**
   * The key of a dead letter's record: that of the refused one, unless it is so long that it may
   * not stand there twice. The letter itself has it in any case.
   *
   * @return null if there is none
   */
  public static byte[] key(byte[] key) {
    return key == null || key.length > CarriedHeaders.MAX_BYTES ? null : key;
  }

  /** An id that a record brought; null if it has a length that no id has. */
  public static String identifier(String id) {
    return id == null || id.length() > LONGEST_TEXT ? null : id;
  }

  /** The text, or its beginning if it is very long. */
  public static String bounded(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + " ...";
  }

  /**
   * The headers of a dead letter: those of the record unless they are too many, its origin where it
   * brought none, and the fault by the names of KIP-1034.
   */
  public static Headers headers(ConsumerRecord<byte[], byte[]> record, Exception fault) {
    Headers headers = CarriedHeaders.of(record.headers());
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
    String message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : bounded(message);
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

  /** Headers by name, the last of each; one without value stands as no bytes. */
  public static Map<String, ByteBuffer> asMap(Headers headers) {
    Map<String, ByteBuffer> map = new HashMap<>();
    for (Header header : headers) {
      map.put(header.key(), ByteBuffer.wrap(header.value() == null ? new byte[0] : header.value()));
    }
    return map;
  }
}
