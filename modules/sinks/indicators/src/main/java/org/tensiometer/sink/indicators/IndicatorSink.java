package org.tensiometer.sink.indicators;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.wire.ForwarderSettings;
import org.tensiometer.wire.GenerationHandover;
import org.tensiometer.wire.HandoverChanges;
import org.tensiometer.wire.TransactionalForwarder;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/** From the indicators of a generation to the latest of each pair and to its series. */
public final class IndicatorSink {

  private IndicatorSink() {}

  /** Consumer group, and the name of the sink in dead letters and logs. */
  public static String name(Topics topics) {
    return topics.prefix() + "-sink-indicators";
  }

  /** The topics this sink writes. */
  public static List<TopicDescriptor<?>> outputs(Topics topics) {
    return List.of(topics.indicatorsLatest(), topics.indicatorsSeries());
  }

  /**
   * The sink, ready to run.
   *
   * @param instance tells the processes of the sink apart, the same after a restart
   * @param config Kafka's and the registry's settings by their own names
   */
  public static TransactionalForwarder<TensionIndicator> create(
      Topics topics, String instance, Map<String, ?> config) {
    return new TransactionalForwarder<>(
        settings(topics, instance, config), mapper(topics, instance, config));
  }

  private static IndicatorMapper mapper(Topics topics, String instance, Map<String, ?> config) {
    return new IndicatorMapper(
        topics,
        () -> load(topics, instance, config),
        new StandingInTopic(
            () -> TopicContents.consumer(config, name(topics) + "-standing-" + instance),
            new AvroSerdes(config).valueDeserializer(TensionIndicator.class),
            topics.indicators().name()));
  }

  private static LatestDays load(Topics topics, String instance, Map<String, ?> config) {
    String topic = topics.indicatorsLatest().name();
    LatestDays days = new LatestDays();
    try (Consumer<String, byte[]> consumer =
            TopicContents.consumer(config, name(topics) + "-load-" + instance);
        Deserializer<TensionIndicator> indicators =
            new AvroSerdes(config).valueDeserializer(TensionIndicator.class)) {
      TopicContents.read(
          consumer,
          topic,
          record ->
              days.written(
                  record.key(),
                  record.value() == null
                      ? null
                      : indicators.deserialize(topic, record.value()).getDay()));
    }
    days.commit();
    return days;
  }

  /**
   * Brings what is published from the generation that was forwarded last to this one, if that is
   * another: only what differs is written. Not while a process of the sink forwards.
   *
   * @return what differs; empty if there was nothing to hand over
   */
  public static Optional<HandoverChanges> handOver(
      Topics topics, String instance, Map<String, ?> config) {
    return handover(topics, instance, config).run();
  }

  /** What {@link #handOver} would find to differ now, of the days of pairs; only reads. */
  public static HandoverChanges planHandOver(Topics topics, Map<String, ?> config) {
    return handover(topics, "plan", config).plan();
  }

  private static GenerationHandover<TensionIndicator> handover(
      Topics topics, String instance, Map<String, ?> config) {
    return new GenerationHandover<>(
        settings(topics, instance, config),
        mapper(topics, instance, config),
        topics.indicatorsSeries());
  }

  private static ForwarderSettings<TensionIndicator> settings(
      Topics topics, String instance, Map<String, ?> config) {
    return new ForwarderSettings<>(
        name(topics),
        instance,
        topics.indicators(),
        topics.deadLetters(),
        topics.generation(),
        ForwarderSettings.DEFAULT_MAX_BATCH,
        config);
  }
}
