package org.tensiometer.app.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.tensiometer.app.Settings;
import org.tensiometer.wire.topics.Topics;

/**
 * Waits until everything that is in the log has gone all the way to the topics of the sinks, or,
 * without sinks, of the topology. Told by offsets and by the topology itself, never by time:
 *
 * <ol>
 *   <li>the topology has committed the claims and the ticks, then what it sent itself by pair;
 *   <li>the pair stage has nothing left to publish;
 *   <li>a tick that tells nothing new, sent now, is committed: so is all that was published before
 *       it, because a task commits its output and its input together;
 *   <li>the sinks have committed the indicators and alerts up to their ends.
 * </ol>
 */
public final class Settling {

  private static final long PAUSE_MILLIS = 50;

  private final Settings settings;
  private final BooleanSupplier pairStageIdle;
  private final Runnable probe;
  private final List<Sink> sinks;
  private final Runnable checkHealth;

  /**
   * @param pairStageIdle whether the pair stage has published all it was given
   * @param probe writes to every partition a tick that tells nothing new
   * @param sinks whose outputs are waited for
   * @param checkHealth throws when something has stopped and waiting is in vain
   */
  public Settling(
      Settings settings,
      BooleanSupplier pairStageIdle,
      Runnable probe,
      List<Sink> sinks,
      Runnable checkHealth) {
    this.settings = settings;
    this.pairStageIdle = pairStageIdle;
    this.probe = probe;
    this.sinks = List.copyOf(sinks);
    this.checkHealth = checkHealth;
  }

  /** Returns when everything has arrived. */
  public void await() throws InterruptedException {
    Topics topics = settings.topics();
    int partitions = topics.partitions();
    String repartition = topics.applicationId() + "-pair-claims-repartition";
    try (Admin admin = Admin.create(settings.clients())) {
      Offsets offsets = new Offsets(admin);
      List<TopicPartition> inputs = new ArrayList<>();
      inputs.addAll(Offsets.partitions(topics.inputClaims().name(), partitions));
      inputs.addAll(Offsets.partitions(topics.ticks().name(), partitions));
      awaitCommitted(offsets, inputs);
      awaitCommitted(offsets, Offsets.partitions(repartition, topics.ticks().partitions()));
      while (!pairStageIdle.getAsBoolean()) {
        pause();
      }
      probe.run();
      awaitCommitted(offsets, Offsets.partitions(topics.ticks().name(), partitions));
      if (sinks.isEmpty()) {
        return;
      }
      List<TopicPartition> outputs = new ArrayList<>();
      outputs.addAll(Offsets.partitions(topics.indicators().name(), partitions));
      outputs.addAll(Offsets.partitions(topics.alerts().name(), partitions));
      awaitForwarded(offsets.ends(outputs));
    }
  }

  private void awaitCommitted(Offsets offsets, List<TopicPartition> partitions)
      throws InterruptedException {
    Map<TopicPartition, Long> ends = offsets.ends(partitions);
    while (!Offsets.reached(offsets.committed(settings.topics().applicationId()), ends)) {
      pause();
    }
  }

  private void awaitForwarded(Map<TopicPartition, Long> ends) throws InterruptedException {
    while (!ends.entrySet().stream().allMatch(this::forwarded)) {
      pause();
    }
  }

  private boolean forwarded(Map.Entry<TopicPartition, Long> end) {
    return end.getValue() == 0
        || sinks.stream()
            .anyMatch(sink -> sink.positions().getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private void pause() throws InterruptedException {
    checkHealth.run();
    Thread.sleep(PAUSE_MILLIS);
  }
}
