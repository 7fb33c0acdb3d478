package org.tensiometer.topology.deadletter;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.wire.headers.LineageHeaders;
import org.tensiometer.wire.headers.StreamsErrorHeaders;
import org.tensiometer.wire.serde.AvroSerdes;

/**
 * Makes the dead letter of a record: its bytes as read, where it comes from in the end, and why it
 * was refused. The headers are those of KIP-1034 and the record's own, lineage among them.
 */
final class DeadLetters {

  private static final int FIRST_ATTEMPT = 1;

  private final String topic;
  private final String generation;
  private final Serializer<DeadLetter> serializer;

  /**
   * @param settings the configuration of the Streams application with {@code
   *     errors.dead.letter.queue.topic.name}, {@link DeadLetterConfig#GENERATION} and the settings
   *     of the registry
   */
  DeadLetters(Map<String, ?> settings) {
    topic = required(settings, StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
    generation = required(settings, DeadLetterConfig.GENERATION);
    Map<String, Object> config = new TreeMap<>(settings);
    serializer = new AvroSerdes(config).valueSerializer(DeadLetter.class);
  }

  /**
   * The record to send to the dead letters.
   *
   * @param reason kind of fault
   * @param claimId claim that is refused; null if none is known
   */
  ProducerRecord<byte[], byte[]> of(
      ErrorHandlerContext context, String reason, String claimId, Exception fault) {
    Origin origin = Origin.of(context);
    DeadLetter letter =
        DeadLetter.newBuilder()
            .setReason(reason)
            .setMessage(messageOf(fault))
            .setException(fault.getClass().getName())
            .setStage(context.processorNodeId())
            .setGeneration(generation)
            .setOriginTopic(origin.topic())
            .setOriginPartition(origin.partition())
            .setOriginOffset(origin.offset())
            .setOriginTimestamp(Instant.ofEpochMilli(context.timestamp()))
            .setArticleId(origin.articleId())
            .setClaimId(claimId)
            .setAttempt(FIRST_ATTEMPT)
            .setKey(buffer(context.sourceRawKey()))
            .setValue(buffer(context.sourceRawValue()))
            .setHeaders(asMap(context.headers()))
            .build();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            null,
            context.timestamp(),
            context.sourceRawKey(),
            serializer.serialize(topic, letter));
    context.headers().forEach(record.headers()::add);
    origin.stamp(record.headers());
    stampFault(record.headers(), context, fault);
    return record;
  }

  private static void stampFault(Headers headers, ErrorHandlerContext context, Exception fault) {
    StringWriter trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    add(headers, StreamsErrorHeaders.EXCEPTION, fault.getClass().getName());
    add(headers, StreamsErrorHeaders.MESSAGE, messageOf(fault));
    add(headers, StreamsErrorHeaders.STACKTRACE, trace.toString());
    add(headers, StreamsErrorHeaders.TOPIC, context.topic());
    add(headers, StreamsErrorHeaders.PARTITION, Integer.toString(context.partition()));
    add(headers, StreamsErrorHeaders.OFFSET, Long.toString(context.offset()));
  }

  private static String messageOf(Exception fault) {
    return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
  }

  private static void add(Headers headers, String name, String text) {
    headers.remove(name).add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  private static Map<String, ByteBuffer> asMap(Headers headers) {
    Map<String, ByteBuffer> map = new TreeMap<>();
    for (Header header : headers) {
      if (header.value() != null && !isLineage(header.key())) {
        map.put(header.key(), ByteBuffer.wrap(header.value()));
      }
    }
    return map;
  }

  /** Lineage has fields of its own; the headers are to be those that were read. */
  private static boolean isLineage(String name) {
    return name.equals(LineageHeaders.ORIGIN_TOPIC)
        || name.equals(LineageHeaders.ORIGIN_PARTITION)
        || name.equals(LineageHeaders.ORIGIN_OFFSET)
        || name.equals(LineageHeaders.ARTICLE_ID);
  }

  private static String required(Map<String, ?> settings, String name) {
    Object value = settings.get(name);
    if (value == null) {
      throw new ConfigException(name + " must be set for the dead letters");
    }
    return value.toString();
  }
}
