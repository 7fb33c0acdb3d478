package org.tensiometer.sink.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.wire.ForwarderSettings;
import org.tensiometer.wire.GenerationHandover;
import org.tensiometer.wire.HandoverChanges;
import org.tensiometer.wire.TransactionalForwarder;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/** From the alerts of a generation to the live alert topics, exactly once. */
public final class AlertSink {

  private AlertSink() {}

  /** Consumer group, and the name of the sink in dead letters and logs. */
  public static String name(Topics topics) {
    return topics.prefix() + "-sink-alerts";
  }

  /** The topics this sink writes. */
  public static List<TopicDescriptor<?>> outputs(Topics topics, Routes routes) {
    List<TopicDescriptor<?>> outputs = new ArrayList<>();
    outputs.add(topics.liveAlerts());
    routes.all().forEach(route -> outputs.add(topics.liveAlerts(route.name())));
    return outputs;
  }

  /**
   * The sink, ready to run. What the topics of routes hold is first brought to what the routes say
   * now; topics and brokers have to be there.
   *
   * @param instance tells the processes of the sink apart, the same after a restart
   * @param config Kafka's and the registry's settings by their own names
   */
  public static TransactionalForwarder<TensionAlert> create(
      Topics topics, Routes routes, String instance, Map<String, ?> config) {
    new RouteCatchUp(topics, routes, name(topics), config).run(instance);
    return new TransactionalForwarder<>(
        settings(topics, instance, config), new AlertMapper(topics, routes));
  }

  /**
   * Brings what is published from the generation that was forwarded last to this one, if that is
   * another: only what differs is written. Not while a process of the sink forwards.
   *
   * @return what differs; empty if there was nothing to hand over
   */
  public static Optional<HandoverChanges> handOver(
      Topics topics, Routes routes, String instance, Map<String, ?> config) {
    return handover(topics, routes, instance, config).run();
  }

  /** What {@link #handOver} would find to differ now, of the topic of all alerts; only reads. */
  public static HandoverChanges planHandOver(Topics topics, Map<String, ?> config) {
    return handover(topics, Routes.NONE, "plan", config).plan();
  }

  private static GenerationHandover<TensionAlert> handover(
      Topics topics, Routes routes, String instance, Map<String, ?> config) {
    return new GenerationHandover<>(
        settings(topics, instance, config), new AlertMapper(topics, routes), topics.liveAlerts());
  }

  private static ForwarderSettings<TensionAlert> settings(
      Topics topics, String instance, Map<String, ?> config) {
    return new ForwarderSettings<>(
        name(topics),
        instance,
        topics.alerts(),
        topics.deadLetters(),
        topics.generation(),
        ForwarderSettings.DEFAULT_MAX_BATCH,
        config);
  }
}
