package org.tensiometer.wire.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;
import org.tensiometer.wire.headers.LineageHeaders;
import org.tensiometer.wire.topics.Topics;

/**
 * What a dead letter keeps of a record: all, unless it is so long that the letter could not be
 * written. Brokers bound only what is sent compressed, so that a record of any length may be read;
 * a letter that no broker takes would stop whoever writes it.
 *
 * @param key its beginning if it is cut
 * @param value its beginning if it is cut
 * @param headers none of its own if they found no room
 * @param length of all of the record, bytes
 */
record KeptRecord(ByteBuffer key, ByteBuffer value, Map<String, ByteBuffer> headers, long length) {

  /** The rest of a letter has its bounds too: message, trace, carried headers and key. */
  static final int MAX_BYTES = Topics.MAX_DEAD_LETTER_BYTES - 512 * 1024;

  static KeptRecord of(ConsumerRecord<byte[], byte[]> record) {
    Map<String, ByteBuffer> headers = DeadLetters.asMap(record.headers());
    headers.remove(LineageHeaders.CUT);
    long headersLength = length(record.headers());
    long length = length(record.key()) + length(record.value()) + headersLength;
    if (length <= MAX_BYTES) {
      return new KeptRecord(wrap(record.key()), wrap(record.value()), headers, length);
    }
    ByteBuffer key = beginning(record.key(), MAX_BYTES / 2);
    ByteBuffer value = beginning(record.value(), MAX_BYTES - remaining(key));
    long room = MAX_BYTES - remaining(key) - remaining(value);
    Map<String, ByteBuffer> kept = headersLength <= room ? headers : new HashMap<>();
    kept.put(
        LineageHeaders.CUT,
        ByteBuffer.wrap(Long.toString(length).getBytes(StandardCharsets.UTF_8)));
    return new KeptRecord(key, value, kept, length);
  }

  private boolean isWhole() {
    return !headers.containsKey(LineageHeaders.CUT);
  }

  /** What is to be said of it after the message; empty if nothing is. */
  String remark() {
    return isWhole()
        ? ""
        : " (the record has "
            + length
            + " bytes, too many for a dead letter; only its beginning is kept here, and all of it"
            + " where it came from)";
  }

  private static ByteBuffer wrap(byte[] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  /** A copy, so that the whole is not held for its beginning. */
  private static ByteBuffer beginning(byte[] bytes, int most) {
    if (bytes == null || bytes.length <= most) {
      return wrap(bytes);
    }
    return ByteBuffer.wrap(Arrays.copyOf(bytes, most));
  }

  private static int remaining(ByteBuffer buffer) {
    return buffer == null ? 0 : buffer.remaining();
  }

  private static int length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static long length(Iterable<Header> headers) {
    long length = 0;
    for (Header header : headers) {
      length += Utils.utf8Length(header.key()) + length(header.value());
    }
    return length;
  }
}
