package org.tensiometer.topology.pair;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.contracts.PairClock;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.Topics;

/**
 * What the pair stage of a generation, in whatever processes, had been given at one moment and has
 * not published since, as its changelogs tell. Its marks are in one transaction with what it
 * publishes and with the offsets of what it reads, so they tell others what {@link PairBacklog}
 * tells its own process. What is given to it later is not counted: however much that is, the number
 * comes to 0.
 */
public final class LoggedBacklog implements AutoCloseable {

  private final Consumer<String, byte[]> consumer;
  private final Deserializer<PairClock> clocks;
  private final String days;
  private final Map<TopicPartition, Long> moment;
  private final Map<TopicPartition, Long> reached = new HashMap<>();
  private final BacklogMarks marks = new BacklogMarks();

  /**
   * @param clientConfig by Kafka's and Confluent's names
   * @param moment ends of the partitions of {@link #changelogs}, behind what open transactions have
   *     written
   */
  public LoggedBacklog(
      Map<String, ?> clientConfig, Topics topics, Map<TopicPartition, Long> moment) {
    this.moment = Map.copyOf(moment);
    days = changelog(topics, PairStores.DIRTY);
    clocks = new AvroSerdes(clientConfig).valueDeserializer(PairClock.class);
    consumer = TopicContents.consumer(clientConfig, topics.applicationId() + "-backlog");
    reached.putAll(consumer.beginningOffsets(moment.keySet()));
  }

  /** The topics that tell it. */
  public static List<String> changelogs(Topics topics) {
    return List.of(changelog(topics, PairStores.DIRTY), changelog(topics, PairStores.CLOCK));
  }

  private static String changelog(Topics topics, String store) {
    return topics.applicationId() + '-' + store + "-changelog";
  }

  /**
   * Number of days of pairs that are not published, partitions that have not told the time, and
   * records that cannot be read yet, since their transaction is open.
   */
  public long left() {
    TopicContents.readFrom(consumer, Map.copyOf(reached), this::take);
    reached.replaceAll((partition, before) -> consumer.position(partition));
    long unread =
        moment.entrySet().stream()
            .mapToLong(end -> Math.max(0, end.getValue() - reached.get(end.getKey())))
            .sum();
    return unread + marks.left();
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    boolean counts = record.offset() < moment.get(partition);
    if (record.topic().equals(days)) {
      marks.day(record.key(), record.value() != null, counts);
    } else {
      marks.time(
          record.partition(),
          record.key(),
          clocks.deserialize(record.topic(), record.value()),
          counts);
    }
  }

  @Override
  public void close() {
    consumer.close();
    clocks.close();
  }
}
