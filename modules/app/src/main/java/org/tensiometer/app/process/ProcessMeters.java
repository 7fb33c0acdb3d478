package org.tensiometer.app.process;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.tensiometer.app.Settings;
import org.tensiometer.metrics.Health;
import org.tensiometer.metrics.Meters;
import org.tensiometer.metrics.MetricsEndpoint;
import org.tensiometer.metrics.ResultMeters;
import org.tensiometer.topology.RestoreProgress;
import org.tensiometer.topology.TensionStreams;
import org.tensiometer.view.View;

/** The meters of a process and how it is, and where others read it. */
public final class ProcessMeters implements AutoCloseable {

  private static final String SINK = "sink";

  private final MetricsEndpoint endpoint;
  private final Closing closing = new Closing();
  private final Map<String, Sink> sinks = new ConcurrentHashMap<>();
  private final AtomicReference<View> view = new AtomicReference<>();

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
   * @param health what is answered at {@code /livez} and {@code /readyz}
   * @throws IllegalStateException if the address cannot be listened on
   */
  public static ProcessMeters start(String host, int port, Health health) {
    return new ProcessMeters(MetricsEndpoint.start(host, port, health));
  }

  /** Meters the topology, with all that Kafka Streams tells of itself, and what it publishes. */
  public void watch(TensionStreams topology, Settings settings) {
    MeterRegistry registry = endpoint.registry();
    closing.add(ResultMeters.start(registry, settings.clients(), settings.topics()));
    KafkaStreams streams = topology.kafkaStreams();
    KafkaStreamsMetrics kafka = closing.add(new KafkaStreamsMetrics(streams));
    kafka.bindTo(registry);
    Gauge.builder(Meters.RESTORE_REMAINING, topology.restoring(), RestoreProgress::remaining)
        .description("Records that local state has still to restore")
        .register(registry);
    FunctionCounter.builder(Meters.STATE_DAMAGES, topology, TensionStreams::damages)
        .description("Times that local state was damaged, thrown away and restored")
        .register(registry);
    Gauge.builder(
            Meters.TOPOLOGY_RUNNING,
            topology,
            watched -> watched.state() == KafkaStreams.State.RUNNING ? 1 : 0)
        .description("1 while the topology is at work")
        .register(registry);
  }

  /** Meters a sink; one that takes the place of another goes on with its meters. */
  public void watch(Sink sink) {
    String name = sink.name();
    if (sinks.put(name, sink) != null) {
      return;
    }
    MeterRegistry registry = endpoint.registry();
    FunctionCounter.builder(Meters.SINK_RECORDS, sinks, all -> all.get(name).forwarded())
        .description("Records that a sink has brought on")
        .tag(SINK, name)
        .register(registry);
    Gauge.builder(Meters.SINK_BEHIND, sinks, all -> all.get(name).behind())
        .description("Records that wait for a sink")
        .tag(SINK, name)
        .register(registry);
  }

  /** Meters the live view; one that takes the place of another goes on with its meters. */
  public void watch(View now) {
    if (view.getAndSet(now) != null) {
      return;
    }
    MeterRegistry registry = endpoint.registry();
    Gauge.builder(Meters.VIEW_LIVE, view, watched -> watched.get().isLive() ? 1 : 0)
        .description("1 while the live view shows all that is there")
        .register(registry);
    Gauge.builder(Meters.VIEW_READERS, view, watched -> watched.get().readers())
        .description("Browsers that listen")
        .register(registry);
  }

  public String url() {
    return endpoint.url();
  }

  @Override
  public void close() {
    closing.close();
  }
}
