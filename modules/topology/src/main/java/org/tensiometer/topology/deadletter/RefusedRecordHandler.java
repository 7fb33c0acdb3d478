package org.tensiometer.topology.deadletter;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.wire.deadletters.DeadLetters;

/**
 * Sends records that a processor refuses, or stumbles over, to the dead letters and goes on. What
 * no record is to blame for fails the thread: faults of Kafka, of a state store or of the registry,
 * and faults while time passes without a record. So does an unexpected fault over a record that
 * this topology wrote itself: its claim counts already, and a dead letter would be a second
 * disposition; and so does a flood of refusals, see {@link RefusalGuard}.
 */
public final class RefusedRecordHandler implements ProcessingExceptionHandler {

  static final String PROCESSING_FAILED = "processing-failed";

  private static final Logger LOG = LoggerFactory.getLogger(RefusedRecordHandler.class);

  private StreamsDeadLetters deadLetters;
  private RefusalGuard guard;

  @Override
  public void configure(Map<String, ?> settings) {
    deadLetters = new StreamsDeadLetters(settings);
    guard = RefusalGuard.of(settings);
  }

  @Override
  public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception fault) {
    if (record == null || context.topic() == null || !isOfTheRecord(context, fault)) {
      return Response.fail();
    }
    String told = DeadLetters.bounded(String.valueOf(fault.getMessage()));
    guard.refused(told);
    LOG.warn(
        "Dead letter: {}-{} offset {} refused by {}: {}",
        context.topic(),
        context.partition(),
        context.offset(),
        context.processorNodeId(),
        told);
    String reason = PROCESSING_FAILED;
    String claimId = null;
    if (fault instanceof RefusedRecordException refused) {
      reason = refused.reason();
      claimId = refused.claimId();
    }
    return Response.resume(List.of(deadLetters.of(context, reason, claimId, fault)));
  }

  private static boolean isOfTheRecord(ErrorHandlerContext context, Exception fault) {
    return fault instanceof RefusedRecordException
        || !(fault instanceof KafkaException
            || Outages.isOutage(fault)
            || Origin.isInternal(context));
  }
}
