package org.tensiometer.topology.deadletter;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.serde.PoisonRecordException;

/**
 * Sends bytes that can never be read to the dead letters and goes on. Any other fault, above all a
 * registry that does not answer, fails the thread, so that the record is read again. So does a
 * flood of such bytes, see {@link RefusalGuard}.
 */
public final class PoisonBytesHandler implements DeserializationExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(PoisonBytesHandler.class);

  private StreamsDeadLetters deadLetters;
  private RefusalGuard guard;

  @Override
  public void configure(Map<String, ?> settings) {
    deadLetters = new StreamsDeadLetters(settings);
    guard = RefusalGuard.of(settings);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception fault) {
    PoisonRecordException poison = poisonIn(fault);
    if (poison == null) {
      return Response.fail();
    }
    guard.refused(DeadLetters.bounded(poison.getMessage()));
    LOG.warn(
        "Dead letter: {}-{} offset {}: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        DeadLetters.bounded(poison.getMessage()));
    return Response.resume(List.of(deadLetters.of(context, DeadLetters.UNDECODABLE, null, poison)));
  }

  /** Kafka Streams may wrap what the deserializer threw. */
  private static PoisonRecordException poisonIn(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof PoisonRecordException poison) {
        return poison;
      }
    }
    return null;
  }
}
