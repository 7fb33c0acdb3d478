package org.tensiometer.wire.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Reads the schema of a registry's answer, with the schemas it refers to. */
final class SchemaReader {

  /** Where a referred schema is found. */
  interface Versions {
    JsonNode get(String subject, int version);
  }

  private static final String AVRO = "AVRO";
  private static final int MAX_DEPTH = 16;

  private final Versions versions;

  SchemaReader(Versions versions) {
    this.versions = versions;
  }

  Schema read(JsonNode answer) {
    String type = answer.path("schemaType").asText(AVRO);
    if (!AVRO.equals(type)) {
      throw new SchemaParseException("The registered schema is of type " + type + ", not " + AVRO);
    }
    Map<String, Schema> named = new LinkedHashMap<>();
    collect(answer, named, 0);
    return parser(named).parse(answer.path("schema").asText());
  }

  private void collect(JsonNode answer, Map<String, Schema> named, int depth) {
    if (depth > MAX_DEPTH) {
      throw new SchemaParseException("Schema references are nested deeper than " + MAX_DEPTH);
    }
    for (JsonNode reference : answer.path("references")) {
      String name = reference.path("name").asText();
      if (!named.containsKey(name)) {
        JsonNode referred =
            versions.get(reference.path("subject").asText(), reference.path("version").intValue());
        collect(referred, named, depth + 1);
        named.put(name, parser(named).parse(referred.path("schema").asText()));
      }
    }
  }

  /** A default that does not fit was the registry's to refuse; records can be read without it. */
  private static Schema.Parser parser(Map<String, Schema> named) {
    return new Schema.Parser().addTypes(named.values()).setValidateDefaults(false);
  }
}
