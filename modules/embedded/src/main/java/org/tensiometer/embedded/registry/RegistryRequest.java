package org.tensiometer.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.tensiometer.wire.registry.RegistryException;

/**
 * A request, taken apart.
 *
 * @param path segments of the path, decoded; a subject may have a slash in it
 * @param query as it stands in the address, empty if there is none
 * @param body empty if there is none
 */
record RegistryRequest(String method, List<String> path, String query, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;
  private static final int INVALID_SCHEMA = 42201;

  static RegistryRequest of(String method, URI uri, byte[] body) {
    List<String> path =
        Arrays.stream(uri.getRawPath().split("/"))
            .filter(s -> !s.isEmpty())
            .map(RegistryRequest::decode)
            .toList();
    String query = uri.getRawQuery();
    return new RegistryRequest(method, path, query == null ? "" : query, body);
  }

  boolean is(String wantedMethod, String... pattern) {
    if (!method.equals(wantedMethod) || path.size() != pattern.length) {
      return false;
    }
    for (int i = 0; i < pattern.length; i++) {
      if (!pattern[i].equals("*") && !pattern[i].equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  String segment(int index) {
    return path.get(index);
  }

  boolean hasFlag(String name) {
    return Arrays.asList(query.split("&")).contains(name + "=true");
  }

  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new RegistryException(
          BAD_REQUEST, BAD_REQUEST, "The body is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The schema of a body {@code {"schema": "..."}}. */
  String schema() {
    JsonNode json = json();
    String type = json.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw invalidSchema("This registry keeps schemas of type AVRO, not " + type);
    }
    if (!json.path("references").isEmpty()) {
      throw invalidSchema("This registry keeps schemas without references to others");
    }
    if (!json.path("schema").isTextual()) {
      throw invalidSchema("The body must be {\"schema\": \"...\"}");
    }
    return json.path("schema").textValue();
  }

  private static RegistryException invalidSchema(String message) {
    return new RegistryException(UNPROCESSABLE, INVALID_SCHEMA, message);
  }

  private static String decode(String segment) {
    // A plus is a plus in a path.
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
