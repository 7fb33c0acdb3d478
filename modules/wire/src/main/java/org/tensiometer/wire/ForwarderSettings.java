package org.tensiometer.wire;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.wire.topics.TopicDescriptor;

/**
 * What a {@link TransactionalForwarder} reads and by which name.
 *
 * @param name consumer group, and the stage named in dead letters
 * @param instance tells the processes of the group apart, the same after a restart: the
 *     transactional id is {@code name-instance}, and of two processes with the same one the older
 *     stops
 * @param source topic to read
 * @param deadLetters topic for what cannot be forwarded
 * @param generation generation named in dead letters
 * @param maxBatch most records of one transaction
 * @param clientConfig settings of Kafka's clients and of the serdes, at least {@code
 *     bootstrap.servers} and {@code schema.registry.url}
 */
public record ForwarderSettings<V extends SpecificRecord>(
    String name,
    String instance,
    TopicDescriptor<V> source,
    TopicDescriptor<DeadLetter> deadLetters,
    String generation,
    int maxBatch,
    Map<String, ?> clientConfig) {

  public static final int DEFAULT_MAX_BATCH = 500;

  public ForwarderSettings {
    if (maxBatch < 1) {
      throw new IllegalArgumentException(
          name + ": a batch has at least one record, not " + maxBatch);
    }
  }

  public String transactionalId() {
    return name + '-' + instance;
  }
}
