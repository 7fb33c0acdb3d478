package org.tensiometer.topology.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.tensiometer.contracts.Tick;
import org.tensiometer.topology.deadletter.RefusedRecordException;
import org.tensiometer.wire.deadletters.DeadLetters;

/**
 * Lets only ticks pass that can be true. A tick closes days for ever, so one of a clock that jumped
 * ahead must never reach the pairs.
 */
public final class TickGate implements FixedKeyProcessor<String, Tick, Tick> {

  private final TimeRules rules;
  private FixedKeyProcessorContext<String, Tick> context;

  public TickGate(TimeRules rules) {
    this.rules = rules;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Tick> context) {
    this.context = context;
  }

  @Override
  public void process(FixedKeyRecord<String, Tick> record) {
    if (record.value() == null) {
      throw refused("A tick has no value; time and first day of the feed are expected");
    }
    requireCredible(record.value(), Instant.ofEpochMilli(record.timestamp()));
    context.forward(record);
  }

  private void requireCredible(Tick tick, Instant written) {
    Instant time = tick.getTime();
    if (time.toEpochMilli() <= 0) {
      throw refused("The tick's time " + time + " is not after 1970-01-01");
    }
    if (time.isAfter(rules.latestCredible(written))) {
      throw refused("The tick's time " + time + " is after " + written + ", when it was written");
    }
    LocalDate start = tick.getFeedStart();
    if (start.isBefore(rules.earliestFeedDay())
        || start.isAfter(LocalDate.ofInstant(rules.latestCredible(time), ZoneOffset.UTC))) {
      throw refused(
          "The tick's feed_start "
              + start
              + " is not between "
              + rules.earliestFeedDay()
              + " and its time, "
              + time);
    }
  }

  private static RefusedRecordException refused(String what) {
    return new RefusedRecordException(DeadLetters.INVALID, null, what);
  }
}
