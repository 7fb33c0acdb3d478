package org.tensiometer.topology.deadletter;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.headers.CarriedHeaders;
import org.tensiometer.wire.headers.StreamsErrorHeaders;
import org.tensiometer.wire.serde.AvroSerdes;

/**
 * Makes the dead letter of a record that a Streams application refuses: its bytes as read, where it
 * comes from in the end, and why it was refused.
 */
final class StreamsDeadLetters {

  /** Most characters; the message of an exception may hold words of the record. */
  private static final int LONGEST_TRACE = 20_000;

  private final String topic;
  private final String generation;
  private final Serializer<DeadLetter> serializer;

  /**
   * @param settings the configuration of the Streams application with {@code
   *     errors.dead.letter.queue.topic.name}, {@link DeadLetterConfig#GENERATION} and the settings
   *     of the registry
   */
  StreamsDeadLetters(Map<String, ?> settings) {
    topic = required(settings, StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
    generation = required(settings, DeadLetterConfig.GENERATION);
    serializer = new AvroSerdes(settings).valueSerializer(DeadLetter.class);
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
    Headers lineage = new RecordHeaders(context.headers().toArray());
    origin.stamp(lineage);
    Headers carried = CarriedHeaders.of(context.headers());
    origin.stamp(carried);
    DeadLetter letter =
        DeadLetters.of(
            record(context, origin.topic(), origin.partition(), origin.offset(), lineage),
            context.processorNodeId(),
            generation,
            reason,
            fault);
    if (DeadLetters.identifier(claimId) != null) {
      letter = DeadLetter.newBuilder(letter).setClaimId(claimId).build();
    }
    Headers headers =
        DeadLetters.headers(
            record(context, context.topic(), context.partition(), context.offset(), carried),
            fault);
    headers
        .remove(StreamsErrorHeaders.STACKTRACE)
        .add(StreamsErrorHeaders.STACKTRACE, trace(fault));
    return new ProducerRecord<>(
        topic,
        null,
        context.timestamp(),
        DeadLetters.key(context.sourceRawKey()),
        serializer.serialize(topic, letter),
        headers);
  }

  private static ConsumerRecord<byte[], byte[]> record(
      ErrorHandlerContext context, String topic, int partition, long offset, Headers headers) {
    byte[] key = context.sourceRawKey();
    byte[] value = context.sourceRawValue();
    return new ConsumerRecord<>(
        topic,
        partition,
        offset,
        context.timestamp(),
        TimestampType.CREATE_TIME,
        key == null ? ConsumerRecord.NULL_SIZE : key.length,
        value == null ? ConsumerRecord.NULL_SIZE : value.length,
        key,
        value,
        headers,
        Optional.empty());
  }

  private static byte[] trace(Exception fault) {
    StringWriter trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    String text = trace.toString();
    return text.substring(0, Math.min(text.length(), LONGEST_TRACE))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String required(Map<String, ?> settings, String name) {
    Object value = settings.get(name);
    if (value == null) {
      throw new ConfigException(name + " must be set for the dead letters");
    }
    return value.toString();
  }
}
