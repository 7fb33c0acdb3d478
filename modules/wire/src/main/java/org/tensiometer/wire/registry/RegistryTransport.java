package org.tensiometer.wire.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one request to the first registry that answers: goes from address to address, then waits
 * and goes round again, a bounded number of times.
 */
final class RegistryTransport {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryTransport.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

  private record Endpoint(URI base, String authorization) {

    URI resolve(String path) {
      return URI.create(address() + path);
    }

    /** Without credentials: fit for requests and messages. */
    String address() {
      String port = base.getPort() < 0 ? "" : ":" + base.getPort();
      return base.getScheme() + "://" + base.getHost() + port + base.getRawPath();
    }
  }

  private final List<Endpoint> endpoints;
  private final Duration readTimeout;
  private final Backoff backoff;
  private final HttpClient http;
  private final AtomicInteger preferred = new AtomicInteger();

  RegistryTransport(RegistryConfig config) {
    endpoints =
        config.urls().stream()
            .map(
                url ->
                    new Endpoint(
                        url, config.credentials(url).map(RegistryTransport::basic).orElse(null)))
            .toList();
    readTimeout = config.readTimeout();
    backoff = config.backoff();
    http = HttpClients.of(config);
  }

  /**
   * @param path with leading slash, already percent-encoded
   * @param body null for none
   */
  JsonNode call(String method, String path, JsonNode body) {
    RegistryUnavailableException last = null;
    for (int round = 0; round <= backoff.retries(); round++) {
      if (round > 0) {
        pause(round);
      }
      int first = preferred.get();
      for (int i = 0; i < endpoints.size(); i++) {
        int index = (first + i) % endpoints.size();
        try {
          JsonNode answer = callOne(endpoints.get(index), method, path, body);
          preferred.set(index);
          return answer;
        } catch (RegistryUnavailableException e) {
          LOG.debug("{}", e.getMessage());
          last = e;
        }
      }
    }
    throw last;
  }

  private JsonNode callOne(Endpoint endpoint, String method, String path, JsonNode body) {
    String what = method + ' ' + endpoint.address() + path;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.resolve(path))
            .timeout(readTimeout)
            .header("Accept", MEDIA_TYPE + ", application/json;q=0.9");
    if (endpoint.authorization() != null) {
      request.header("Authorization", endpoint.authorization());
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", MEDIA_TYPE);
      request.method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
    }
    HttpResponse<String> response;
    try {
      response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new RegistryUnavailableException("The registry gave no answer to " + what, e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    return read(what, response.statusCode(), response.body());
  }

  private static JsonNode read(String what, int status, String body) {
    JsonNode answer;
    try {
      answer = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      answer = JSON.missingNode();
    }
    if (status >= 200 && status < 300) {
      if (answer.isMissingNode()) {
        throw new RegistryUnavailableException(what + " was answered with something not JSON");
      }
      return answer;
    }
    int code = answer.path("error_code").asInt(status);
    String message = answer.path("message").asText("no message");
    String told = what + " was answered with " + status + " (" + code + "): " + message;
    if (RegistryException.isOutage(status, code)) {
      throw new RegistryUnavailableException(told);
    }
    throw new RegistryException(status, code, told);
  }

  private void pause(int round) {
    try {
      Thread.sleep(backoff.waitMillis(round));
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static String basic(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
