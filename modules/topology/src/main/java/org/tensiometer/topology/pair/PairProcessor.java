package org.tensiometer.topology.pair;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.tensiometer.tension.config.TensionConfig;

/** Keeps the claims of the pairs of one partition and publishes what follows from them. */
final class PairProcessor implements Processor<String, SpecificRecord, String, PairOutput> {

  PairProcessor(TensionConfig config, String generation, PairStageSettings settings) {}

  @Override
  public void process(Record<String, SpecificRecord> record) {}
}
