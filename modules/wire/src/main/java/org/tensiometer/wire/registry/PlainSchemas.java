package org.tensiometer.wire.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import org.apache.avro.Schema;

/** Schemas as other languages want them. */
public final class PlainSchemas {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The properties of Avro's Java generator begin with it. */
  private static final String JAVA_PROPERTY = "avro.java.";

  private PlainSchemas() {}

  /** The schema without what tells Java which class to use; the same object if it has nothing. */
  public static Schema withoutJavaProperties(Schema schema) {
    try {
      JsonNode json = JSON.readTree(schema.toString());
      return strip(json)
          ? new Schema.Parser().setValidateDefaults(false).parse(json.toString())
          : schema;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Avro writes a schema as JSON", e);
    }
  }

  private static boolean strip(JsonNode node) {
    boolean changed = false;
    if (node instanceof ObjectNode object) {
      for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
        if (names.next().startsWith(JAVA_PROPERTY)) {
          names.remove();
          changed = true;
        }
      }
    }
    for (JsonNode child : node) {
      changed |= strip(child);
    }
    return changed;
  }
}
