package org.tensiometer.app.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.tensiometer.app.Settings;
import org.tensiometer.metrics.Meters;
import org.tensiometer.metrics.MetricsEndpoint;
import org.tensiometer.metrics.ResultMeters;
import org.tensiometer.topology.TensionStreams;

/** The meters of a process that runs the topology, and where Prometheus reads them. */
public final class ProcessMeters implements AutoCloseable {

  private final MetricsEndpoint endpoint;
  private final Closing closing = new Closing();

  private ProcessMeters(MetricsEndpoint endpoint) {
    this.endpoint = closing.add(endpoint);
    // Parts that meter themselves do not know who reads it; the loading of the models does.
    Metrics.addRegistry(endpoint.registry());
    closing.add(() -> Metrics.removeRegistry(endpoint.registry()));
  }

  /**
   * Starts to meter.
   *
   * @param port 0 takes a free one
   * @throws IllegalStateException if the address cannot be listened on
   */
  public static ProcessMeters start(String host, int port, Settings settings) {
    ProcessMeters meters = new ProcessMeters(MetricsEndpoint.start(host, port));
    meters.closing.add(
        ResultMeters.start(meters.endpoint.registry(), settings.clients(), settings.topics()));
    return meters;
  }

  /** Meters the topology, with all that Kafka Streams tells of itself. */
  public void watch(TensionStreams topology) {
    MeterRegistry registry = endpoint.registry();
    KafkaStreams streams = topology.kafkaStreams();
    KafkaStreamsMetrics kafka = closing.add(new KafkaStreamsMetrics(streams));
    kafka.bindTo(registry);
    Gauge.builder(Meters.RESTORE_REMAINING, streams, ProcessMeters::restoreRemaining)
        .description("Records that local state has still to restore")
        .register(registry);
    Gauge.builder(
            Meters.TOPOLOGY_RUNNING,
            topology,
            watched -> watched.state() == KafkaStreams.State.RUNNING ? 1 : 0)
        .description("1 while the topology is at work")
        .register(registry);
  }

  public String url() {
    return endpoint.url();
  }

  @Override
  public void close() {
    closing.close();
  }

  /** Not a number while the brokers cannot be asked. */
  private static double restoreRemaining(KafkaStreams streams) {
    try {
      return streams.allLocalStorePartitionLags().values().stream()
          .flatMap(partitions -> partitions.values().stream())
          .mapToLong(LagInfo::offsetLag)
          .sum();
    } catch (KafkaException | IllegalStateException e) {
      return Double.NaN;
    }
  }
}
