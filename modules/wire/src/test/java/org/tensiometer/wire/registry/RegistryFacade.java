package org.tensiometer.wire.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.avro.Schema;

/**
 * An {@link InMemorySchemaRegistry} behind Confluent's REST API, for tests that need a server which
 * fails on demand.
 */
public final class RegistryFacade implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final HttpServer server;
  private final String required;
  private final Queue<Integer> failures = new ArrayDeque<>();
  private final List<String> authorizations = new ArrayList<>();
  private int requests;

  public static RegistryFacade start() {
    try {
      return new RegistryFacade(HttpServer.create(anyPort(), 0), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * By TLS, for clients with a certificate and a password only.
   *
   * @param user {@code user:password}
   */
  public static RegistryFacade start(SSLContext tls, String user) {
    try {
      HttpsServer server = HttpsServer.create(anyPort(), 0);
      server.setHttpsConfigurator(
          new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters connection) {
              SSLParameters parameters = tls.getDefaultSSLParameters();
              parameters.setNeedClientAuth(true);
              connection.setSSLParameters(parameters);
            }
          });
      return new RegistryFacade(server, authorization(user));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RegistryFacade(HttpServer server, String required) {
    this.server = server;
    this.required = required;
    server.createContext("/", this::handle);
    server.start();
  }

  /** The header of the basic scheme (RFC 7617). */
  static String authorization(String user) {
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }

  private static InetSocketAddress anyPort() throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
  }

  public String url() {
    return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:" + port();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public InMemorySchemaRegistry registry() {
    return registry;
  }

  /** The next requests are answered with these statuses and nothing of use. */
  public synchronized void failWith(Integer... statuses) {
    failures.addAll(Arrays.asList(statuses));
  }

  /** Number of requests that came, refused ones included. */
  public synchronized int requests() {
    return requests;
  }

  /** The Authorization headers that came; "none" for a request without. */
  public synchronized List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    requests++;
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    authorizations.add(authorization == null ? "none" : authorization);
    byte[] body = exchange.getRequestBody().readAllBytes();
    Integer failure =
        required == null || required.equals(authorization) ? failures.poll() : Integer.valueOf(401);
    if (failure != null) {
      answer(exchange, failure, error(failure, "out of order"));
      return;
    }
    try {
      answer(exchange, 200, route(exchange, body));
    } catch (RegistryException e) {
      answer(exchange, e.status(), error(e.errorCode(), e.getMessage()));
    }
  }

  private JsonNode route(HttpExchange exchange, byte[] body) throws IOException {
    String[] path =
        Arrays.stream(exchange.getRequestURI().getRawPath().substring(1).split("/"))
            .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
            .toArray(String[]::new);
    String call =
        exchange.getRequestMethod()
            + " "
            + path[0]
            + (path.length > 2 && path[0].equals("subjects") ? "/" + path[2] : "")
            + " "
            + path.length;
    JsonNode json = body.length == 0 ? NODES.nullNode() : JSON.readTree(body);
    return switch (call) {
      case "GET schemas 3" ->
          NODES
              .objectNode()
              .put("schema", registry.schemaById(Integer.parseInt(path[2])).toString());
      case "GET subjects 1" -> JSON.valueToTree(registry.subjects());
      case "GET subjects/versions 3" -> JSON.valueToTree(registry.versions(path[1]));
      case "GET subjects/versions 4" ->
          registered(
              path[3].equals("latest")
                  ? registry.latest(path[1])
                  : registry.version(path[1], Integer.parseInt(path[3])));
      case "POST subjects/versions 3" ->
          NODES.objectNode().put("id", registry.register(path[1], schema(json)));
      case "POST subjects 2" -> registered(registry.lookup(path[1], schema(json)));
      case "POST compatibility 4" ->
          NODES.objectNode().put("is_compatible", registry.isCompatible(path[2], schema(json)));
      case "GET config 1" -> level("compatibilityLevel", registry.compatibility());
      case "PUT config 1" -> {
        registry.setCompatibility(level(json));
        yield json;
      }
      case "GET config 2" ->
          level(
              "compatibilityLevel",
              registry
                  .compatibility(path[1])
                  .orElseThrow(
                      () ->
                          new RegistryException(
                              404, RegistryException.SUBJECT_LEVEL_NOT_SET, "no level")));
      case "PUT config 2" -> {
        registry.setCompatibility(path[1], level(json));
        yield json;
      }
      default -> throw new RegistryException(404, 404, "HTTP 404 Not Found: " + call);
    };
  }

  private static Schema schema(JsonNode json) {
    return new Schema.Parser().parse(json.path("schema").textValue());
  }

  private static ObjectNode registered(RegisteredSchema schema) {
    return NODES
        .objectNode()
        .put("subject", schema.subject())
        .put("id", schema.id())
        .put("version", schema.version())
        .put("schema", schema.schema().toString());
  }

  private static CompatibilityLevel level(JsonNode json) {
    return CompatibilityLevel.valueOf(json.path("compatibility").textValue());
  }

  private static ObjectNode level(String field, CompatibilityLevel level) {
    return NODES.objectNode().put(field, level.name());
  }

  private static ObjectNode error(int code, String message) {
    return NODES.objectNode().put("error_code", code).put("message", message);
  }

  private static void answer(HttpExchange exchange, int status, JsonNode json) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(json);
    exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
