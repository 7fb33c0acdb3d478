package org.tensiometer.embedded.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.embedded.EmbeddedStartException;
import org.tensiometer.embedded.Loopback;
import org.tensiometer.wire.registry.RegistryException;

/** The registry on HTTP, on 127.0.0.1. Its data are in Kafka; it may be stopped and started. */
public final class RegistryServer implements AutoCloseable {

  /** Content type of every answer. */
  public static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

  /** Longest body that is read, in bytes. */
  public static final int MAX_BODY = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT");
  private static final int THREADS = 4;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;
  private static final int UNSUPPORTED_TYPE = 415;
  private static final int SERVER_ERROR = 500;
  private static final int STORE_ERROR = 50001;

  private final SchemaRegistry registry;
  private final RegistryApi api;
  private final HttpServer http;
  private final ExecutorService threads;

  private RegistryServer(SchemaRegistry registry, HttpServer http) {
    this.registry = registry;
    this.http = http;
    api = new RegistryApi(registry);
    AtomicInteger count = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "schema-registry-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts a registry and returns when it knows every schema and serves.
   *
   * @param bootstrapServers the brokers with its topic, which is created if need be
   * @param port 0 takes a free one
   * @throws EmbeddedStartException if the port is taken or the brokers cannot be asked
   */
  public static RegistryServer start(String bootstrapServers, int port) {
    // Answers are two small writes, the second of which would wait for the client's delayed ACK.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    HttpServer http = bind(port);
    try {
      RegistryServer server =
          new RegistryServer(
              SchemaRegistry.open(onEntry -> SchemasTopic.open(bootstrapServers, onEntry)), http);
      http.createContext("/", server::serve);
      http.setExecutor(server.threads);
      http.start();
      return server;
    } catch (KafkaException e) {
      http.stop(0);
      throw new EmbeddedStartException(
          "The schema registry cannot read its topic at " + bootstrapServers + ": " + e, e);
    } catch (RuntimeException e) {
      http.stop(0);
      throw e;
    }
  }

  /** {@code http://127.0.0.1:port}. */
  public String url() {
    return "http://" + Loopback.HOST + ":" + port();
  }

  public int port() {
    return http.getAddress().getPort();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    registry.close();
  }

  private static HttpServer bind(int port) {
    try {
      return HttpServer.create(Loopback.address(port), 0);
    } catch (IOException e) {
      throw new EmbeddedStartException(
          "Port "
              + port
              + " of "
              + Loopback.HOST
              + " is taken; choose another port for the schema registry",
          e);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        reply(exchange, OK, api.answer(read(exchange)));
      } catch (RegistryException e) {
        reply(exchange, e.status(), error(e.errorCode(), e.getMessage()));
      } catch (KafkaException e) {
        LOG.warn("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        reply(
            exchange,
            SERVER_ERROR,
            error(STORE_ERROR, "Error in the backend data store: " + e.getMessage()));
      } catch (RuntimeException e) {
        LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        reply(exchange, SERVER_ERROR, error(SERVER_ERROR, "Internal server error: " + e));
      }
    }
  }

  private static RegistryRequest read(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw new RegistryException(
          TOO_LARGE, TOO_LARGE, "The body has more than " + MAX_BODY + " bytes");
    }
    if (WITH_BODY.contains(method)) {
      requireJson(exchange.getRequestHeaders().getFirst("Content-Type"));
    }
    try {
      return RegistryRequest.of(method, exchange.getRequestURI(), body);
    } catch (IllegalArgumentException e) {
      throw new RegistryException(
          BAD_REQUEST, BAD_REQUEST, "The address cannot be decoded: " + e.getMessage());
    }
  }

  // Also keeps web pages out: no browser sends this type across origins without asking first.
  private static void requireJson(String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    String bare = type.split(";", 2)[0].strip();
    if (!bare.equals("application/json")
        && !(bare.startsWith("application/") && bare.endsWith("+json"))
        && !bare.equals("application/octet-stream")) {
      throw new RegistryException(
          UNSUPPORTED_TYPE,
          UNSUPPORTED_TYPE,
          "HTTP 415 Unsupported Media Type: send Content-Type: " + CONTENT_TYPE);
    }
  }

  private static JsonNode error(int code, String message) {
    return JsonNodeFactory.instance.objectNode().put("error_code", code).put("message", message);
  }

  private static void reply(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
