package org.tensiometer.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.tensiometer.wire.registry.CompatibilityLevel;

/**
 * Keys and values of the topic {@code _schemas} as Confluent's registry writes them: JSON, with the
 * key's properties in a fixed order because compaction compares bytes.
 */
final class RegistryCodec {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUBJECT = "subject";
  private static final String VERSION = "version";

  private RegistryCodec() {}

  static byte[] key(RegistryEntry entry) {
    if (entry instanceof RegistryEntry.Registered e) {
      return schemaKey(e.version().subject(), e.version().version());
    }
    if (entry instanceof RegistryEntry.Purged e) {
      return schemaKey(e.subject(), e.version());
    }
    if (entry instanceof RegistryEntry.SubjectDeleted e) {
      return bytes(object("DELETE_SUBJECT").put(SUBJECT, e.subject()).put("magic", 0));
    }
    if (entry instanceof RegistryEntry.Level e) {
      return bytes(object("CONFIG").put(SUBJECT, e.subject()).put("magic", 0));
    }
    throw new IllegalArgumentException("This registry does not write " + entry);
  }

  /** Null for a tombstone. */
  static byte[] value(RegistryEntry entry) {
    if (entry instanceof RegistryEntry.Registered e) {
      SchemaVersion v = e.version();
      return bytes(
          JSON.createObjectNode()
              .put(SUBJECT, v.subject())
              .put(VERSION, v.version())
              .put("id", v.id())
              .put("schema", v.schema())
              .put("deleted", v.deleted()));
    }
    if (entry instanceof RegistryEntry.SubjectDeleted e) {
      return bytes(JSON.createObjectNode().put(SUBJECT, e.subject()).put(VERSION, e.version()));
    }
    if (entry instanceof RegistryEntry.Level e && e.level() != null) {
      return bytes(JSON.createObjectNode().put("compatibilityLevel", e.level().name()));
    }
    return null;
  }

  /**
   * Reads one record.
   *
   * @param value null for a tombstone
   * @throws IOException if it is not what a registry writes
   */
  static RegistryEntry read(byte[] key, byte[] value) throws IOException {
    JsonNode k = JSON.readTree(key);
    JsonNode v = value == null ? null : JSON.readTree(value);
    String keyType = k.path("keytype").asText();
    return switch (keyType) {
      case "SCHEMA" -> v == null ? purged(k) : registered(v);
      case "DELETE_SUBJECT" ->
          v == null
              ? new RegistryEntry.Ignored(keyType)
              : new RegistryEntry.SubjectDeleted(text(v, SUBJECT), number(v, VERSION));
      case "CONFIG" -> new RegistryEntry.Level(k.path(SUBJECT).textValue(), level(v));
      default -> new RegistryEntry.Ignored(keyType);
    };
  }

  private static RegistryEntry purged(JsonNode key) throws IOException {
    return new RegistryEntry.Purged(text(key, SUBJECT), number(key, VERSION));
  }

  private static RegistryEntry registered(JsonNode value) throws IOException {
    String type = value.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      return new RegistryEntry.Ignored("SCHEMA of type " + type);
    }
    return new RegistryEntry.Registered(
        new SchemaVersion(
            text(value, SUBJECT),
            number(value, VERSION),
            number(value, "id"),
            text(value, "schema"),
            value.path("deleted").asBoolean()));
  }

  private static CompatibilityLevel level(JsonNode value) throws IOException {
    if (value == null || value.path("compatibilityLevel").isMissingNode()) {
      return null;
    }
    String level = text(value, "compatibilityLevel");
    try {
      return CompatibilityLevel.valueOf(level);
    } catch (IllegalArgumentException e) {
      throw new IOException("unknown compatibility level \"" + level + "\"", e);
    }
  }

  private static String text(JsonNode node, String property) throws IOException {
    if (!node.path(property).isTextual()) {
      throw new IOException("property \"" + property + "\" is missing in " + node);
    }
    return node.path(property).textValue();
  }

  private static int number(JsonNode node, String property) throws IOException {
    if (!node.path(property).isInt()) {
      throw new IOException("property \"" + property + "\" is missing in " + node);
    }
    return node.path(property).intValue();
  }

  private static byte[] schemaKey(String subject, int version) {
    return bytes(object("SCHEMA").put(SUBJECT, subject).put(VERSION, version).put("magic", 1));
  }

  private static ObjectNode object(String keyType) {
    return JSON.createObjectNode().put("keytype", keyType);
  }

  private static byte[] bytes(ObjectNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
