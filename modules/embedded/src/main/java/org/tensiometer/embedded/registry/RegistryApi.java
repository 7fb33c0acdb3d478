package org.tensiometer.embedded.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.tensiometer.wire.registry.CompatibilityLevel;
import org.tensiometer.wire.registry.RegistryException;

/**
 * Confluent's REST API (Schema Registry 7): which request means what. Of its paths, those that
 * serializers, consoles and deployments use; soft deletion only.
 */
final class RegistryApi {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String SUBJECTS = "subjects";
  private static final String VERSIONS = "versions";
  private static final String SCHEMAS = "schemas";
  private static final String CONFIG = "config";
  private static final String ANY = "*";
  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;
  private static final int INVALID_LEVEL = 42203;
  private static final int NOT_IMPLEMENTED = 501;

  private final SchemaRegistry registry;

  RegistryApi(SchemaRegistry registry) {
    this.registry = registry;
  }

  /**
   * The answer to a request.
   *
   * @throws RegistryException with the status and the code of the answer if there is none
   */
  JsonNode answer(RegistryRequest request) {
    if (request.is("GET")) {
      return NODES.objectNode();
    }
    return switch (request.segment(0)) {
      case SUBJECTS -> subjects(request);
      case SCHEMAS -> schemas(request);
      case CONFIG -> config(request);
      case "compatibility" -> compatibility(request);
      case "mode" -> mode(request);
      default -> throw unknown(request);
    };
  }

  private JsonNode subjects(RegistryRequest request) {
    if (request.is("GET", SUBJECTS)) {
      return texts(registry.subjects(), Function.identity());
    }
    if (request.is("POST", SUBJECTS, ANY)) {
      return version(registry.lookup(request.segment(1), request.schema()));
    }
    if (request.is("DELETE", SUBJECTS, ANY)) {
      refusePermanent(request);
      return numbers(registry.delete(request.segment(1)));
    }
    if (request.is("GET", SUBJECTS, ANY, VERSIONS)) {
      return numbers(registry.versions(request.segment(1)));
    }
    if (request.is("POST", SUBJECTS, ANY, VERSIONS)) {
      SchemaVersion version = registry.register(request.segment(1), request.schema());
      return NODES.objectNode().put("id", version.id());
    }
    if (request.is("GET", SUBJECTS, ANY, VERSIONS, ANY)) {
      return version(registry.version(request.segment(1), number(request)));
    }
    if (request.is("GET", SUBJECTS, ANY, VERSIONS, ANY, "schema")) {
      return NODES.rawValueNode(
          new com.fasterxml.jackson.databind.util.RawValue(
              registry.version(request.segment(1), number(request)).schema()));
    }
    if (request.is("DELETE", SUBJECTS, ANY, VERSIONS, ANY)) {
      refusePermanent(request);
      return NODES.numberNode(registry.delete(request.segment(1), number(request)).version());
    }
    throw unknown(request);
  }

  private JsonNode schemas(RegistryRequest request) {
    if (request.is("GET", SCHEMAS, "types")) {
      return NODES.arrayNode().add("AVRO");
    }
    if (request.is("GET", SCHEMAS, "ids", ANY)) {
      return NODES.objectNode().put("schema", registry.schema(id(request)));
    }
    if (request.is("GET", SCHEMAS, "ids", ANY, SUBJECTS)) {
      return texts(registry.usesOf(id(request)), SchemaVersion::subject);
    }
    if (request.is("GET", SCHEMAS, "ids", ANY, VERSIONS)) {
      ArrayNode uses = NODES.arrayNode();
      registry
          .usesOf(id(request))
          .forEach(v -> uses.addObject().put("subject", v.subject()).put("version", v.version()));
      return uses;
    }
    throw unknown(request);
  }

  private JsonNode config(RegistryRequest request) {
    if (request.is("GET", CONFIG)) {
      return level("compatibilityLevel", registry.level());
    }
    if (request.is("GET", CONFIG, ANY)) {
      String subject = request.segment(1);
      boolean orGlobal = request.hasFlag("defaultToGlobal");
      return level(
          "compatibilityLevel",
          orGlobal ? registry.levelOrGlobal(subject) : registry.level(subject));
    }
    if (request.is("PUT", CONFIG)) {
      return setLevel(null, request);
    }
    if (request.is("PUT", CONFIG, ANY)) {
      return setLevel(request.segment(1), request);
    }
    if (request.is("DELETE", CONFIG, ANY)) {
      CompatibilityLevel old = registry.level(request.segment(1));
      registry.setLevel(request.segment(1), null);
      return level("compatibilityLevel", old);
    }
    throw unknown(request);
  }

  private JsonNode compatibility(RegistryRequest request) {
    Optional<String> problem;
    if (request.is("POST", "compatibility", SUBJECTS, ANY, VERSIONS)) {
      problem = registry.incompatibility(request.segment(2), request.schema());
    } else if (request.is("POST", "compatibility", SUBJECTS, ANY, VERSIONS, ANY)) {
      VersionNumber number = VersionNumber.parse(request.segment(4));
      problem = registry.incompatibility(request.segment(2), number, request.schema());
    } else {
      throw unknown(request);
    }
    ObjectNode answer = NODES.objectNode().put("is_compatible", problem.isEmpty());
    if (request.hasFlag("verbose")) {
      ArrayNode messages = answer.putArray("messages");
      problem.ifPresent(messages::add);
    }
    return answer;
  }

  private static JsonNode mode(RegistryRequest request) {
    if (request.is("GET", "mode")) {
      return NODES.objectNode().put("mode", "READWRITE");
    }
    throw unknown(request);
  }

  private JsonNode setLevel(String subject, RegistryRequest request) {
    String text = request.json().path("compatibility").asText();
    CompatibilityLevel level;
    try {
      level = CompatibilityLevel.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new RegistryException(
          UNPROCESSABLE,
          INVALID_LEVEL,
          "Invalid compatibility level \""
              + text
              + "\". Valid values are "
              + List.of(CompatibilityLevel.values()));
    }
    registry.setLevel(subject, level);
    return level("compatibility", level);
  }

  private static VersionNumber number(RegistryRequest request) {
    return VersionNumber.parse(request.segment(3));
  }

  private static int id(RegistryRequest request) {
    try {
      return Integer.parseInt(request.segment(2));
    } catch (NumberFormatException e) {
      throw new RegistryException(
          NOT_FOUND,
          RegistryException.SCHEMA_NOT_FOUND,
          "\"" + request.segment(2) + "\" is not the id of a schema; ids are numbers from 1");
    }
  }

  private static void refusePermanent(RegistryRequest request) {
    if (request.hasFlag("permanent")) {
      throw new RegistryException(
          NOT_IMPLEMENTED,
          NOT_IMPLEMENTED,
          "This registry hides versions and never removes them, because records refer to them");
    }
  }

  private static RegistryException unknown(RegistryRequest request) {
    return new RegistryException(
        NOT_FOUND,
        NOT_FOUND,
        "HTTP 404 Not Found: " + request.method() + " /" + String.join("/", request.path()));
  }

  private static ObjectNode version(SchemaVersion version) {
    return NODES
        .objectNode()
        .put("subject", version.subject())
        .put("version", version.version())
        .put("id", version.id())
        .put("schema", version.schema());
  }

  private static ObjectNode level(String property, CompatibilityLevel level) {
    return NODES.objectNode().put(property, level.name());
  }

  private static ArrayNode numbers(List<SchemaVersion> versions) {
    ArrayNode numbers = NODES.arrayNode();
    versions.forEach(v -> numbers.add(v.version()));
    return numbers;
  }

  private static <T> ArrayNode texts(List<T> values, Function<T, String> text) {
    ArrayNode texts = NODES.arrayNode();
    values.stream().map(text).distinct().forEach(texts::add);
    return texts;
  }
}
