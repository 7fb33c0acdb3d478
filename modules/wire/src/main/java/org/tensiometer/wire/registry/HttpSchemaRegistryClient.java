package org.tensiometer.wire.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * The registry by HTTP. Keeps nothing: what may be remembered is for {@link
 * CachedSchemaRegistryClient} to say.
 */
public final class HttpSchemaRegistryClient implements SchemaRegistryClient {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int CONFLICT = 409;

  private final RegistryTransport transport;
  private final SchemaReader schemas = new SchemaReader(this::versionNode);

  /**
   * @param settings by Confluent's names; see {@link RegistryConfig}
   */
  public HttpSchemaRegistryClient(Map<String, ?> settings) {
    transport = new RegistryTransport(new RegistryConfig(settings));
  }

  @Override
  public int register(String subject, Schema schema) {
    try {
      return transport
          .call("POST", "/subjects/" + encode(subject) + "/versions", body(schema))
          .path("id")
          .intValue();
    } catch (RegistryException e) {
      if (e.status() == CONFLICT) {
        throw new IncompatibleSchemaException(subject, e.errorCode(), e.getMessage());
      }
      throw e;
    }
  }

  @Override
  public Schema schemaById(int id) {
    return schemas.read(get("/schemas/ids/" + id));
  }

  @Override
  public RegisteredSchema lookup(String subject, Schema schema) {
    return registered(transport.call("POST", "/subjects/" + encode(subject), body(schema)));
  }

  @Override
  public RegisteredSchema latest(String subject) {
    return registered(get("/subjects/" + encode(subject) + "/versions/latest"));
  }

  @Override
  public RegisteredSchema version(String subject, int version) {
    return registered(versionNode(subject, version));
  }

  @Override
  public List<Integer> versions(String subject) {
    List<Integer> versions = new ArrayList<>();
    get("/subjects/" + encode(subject) + "/versions").forEach(v -> versions.add(v.intValue()));
    return versions.stream().sorted().toList();
  }

  @Override
  public List<String> subjects() {
    List<String> subjects = new ArrayList<>();
    get("/subjects").forEach(subject -> subjects.add(subject.textValue()));
    return subjects.stream().sorted().toList();
  }

  @Override
  public boolean isCompatible(String subject, Schema schema) {
    try {
      return transport
          .call("POST", "/compatibility/subjects/" + encode(subject) + "/versions", body(schema))
          .path("is_compatible")
          .booleanValue();
    } catch (RegistryException e) {
      if (e.errorCode() == RegistryException.SUBJECT_NOT_FOUND) {
        return true;
      }
      throw e;
    }
  }

  @Override
  public CompatibilityLevel compatibility() {
    return level(get("/config"));
  }

  @Override
  public Optional<CompatibilityLevel> compatibility(String subject) {
    try {
      return Optional.of(level(get("/config/" + encode(subject))));
    } catch (RegistryException e) {
      // Servers differ in which of the two they say of a subject that has no level of its own.
      if (e.errorCode() == RegistryException.SUBJECT_LEVEL_NOT_SET
          || e.errorCode() == RegistryException.SUBJECT_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void setCompatibility(CompatibilityLevel level) {
    transport.call("PUT", "/config", body(level));
  }

  @Override
  public void setCompatibility(String subject, CompatibilityLevel level) {
    transport.call("PUT", "/config/" + encode(subject), body(level));
  }

  private JsonNode get(String path) {
    return transport.call("GET", path, null);
  }

  private JsonNode versionNode(String subject, int version) {
    return get("/subjects/" + encode(subject) + "/versions/" + version);
  }

  private RegisteredSchema registered(JsonNode node) {
    return new RegisteredSchema(
        node.path("subject").textValue(),
        node.path("id").intValue(),
        node.path("version").intValue(),
        schemas.read(node));
  }

  private static ObjectNode body(Schema schema) {
    return NODES.objectNode().put("schema", schema.toString());
  }

  private static ObjectNode body(CompatibilityLevel level) {
    return NODES.objectNode().put("compatibility", level.name());
  }

  private static CompatibilityLevel level(JsonNode node) {
    return CompatibilityLevel.valueOf(node.path("compatibilityLevel").asText());
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
