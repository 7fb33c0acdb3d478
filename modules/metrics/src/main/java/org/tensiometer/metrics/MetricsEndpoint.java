package org.tensiometer.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A registry of meters, and {@code /metrics} for Prometheus to read it. */
public final class MetricsEndpoint implements AutoCloseable {

  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final int THREADS = 2;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "metrics-http");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpServer http;

  private MetricsEndpoint(HttpServer http) {
    this.http = http;
    List.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics())
        .forEach(binder -> binder.bindTo(registry));
  }

  /**
   * Starts to answer.
   *
   * @param port 0 takes a free one
   * @throws IllegalStateException if the address cannot be listened on, in one sentence
   */
  public static MetricsEndpoint start(String host, int port) {
    try {
      InetSocketAddress address = new InetSocketAddress(host, port);
      MetricsEndpoint endpoint = new MetricsEndpoint(HttpServer.create(address, 0));
      endpoint.http.createContext("/metrics", endpoint::answer);
      endpoint.http.setExecutor(endpoint.threads);
      endpoint.http.start();
      return endpoint;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "metrics cannot be served on port "
              + port
              + " of "
              + host
              + " ("
              + e.getMessage()
              + "); choose another port for them, or 0 for any free one",
          e);
    }
  }

  public MeterRegistry registry() {
    return registry;
  }

  public String url() {
    InetSocketAddress address = http.getAddress();
    return "http://" + address.getAddress().getHostAddress() + ':' + address.getPort() + "/metrics";
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    registry.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      byte[] body = registry.scrape().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", TYPE);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
