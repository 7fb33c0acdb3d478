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

/**
 * A registry of meters, {@code /metrics} for Prometheus to read it, and {@code /livez} and {@code
 * /readyz} for whoever keeps the process running: 200 or 503, and a sentence.
 */
public final class MetricsEndpoint implements AutoCloseable {

  private static final String METERS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String SENTENCE = "text/plain; charset=utf-8";
  private static final int OK = 200;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int UNAVAILABLE = 503;

  /** More than ask at once, so that somebody who reads slowly keeps nobody from an answer. */
  private static final int THREADS = 8;

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
   * @param health asked anew for every answer
   * @throws IllegalStateException if the address cannot be listened on, in one sentence
   */
  public static MetricsEndpoint start(String host, int port, Health health) {
    try {
      InetSocketAddress address = new InetSocketAddress(host, port);
      MetricsEndpoint endpoint = new MetricsEndpoint(HttpServer.create(address, 0));
      endpoint.http.createContext(
          "/metrics", asked -> answer(asked, OK, METERS, endpoint.registry.scrape()));
      endpoint.http.createContext("/livez", asked -> answer(asked, health.live()));
      endpoint.http.createContext("/readyz", asked -> answer(asked, health.ready()));
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

  private static void answer(HttpExchange exchange, Health.Report report) throws IOException {
    answer(exchange, report.good() ? OK : UNAVAILABLE, SENTENCE, report.sentence() + '\n');
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
        return;
      }
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
