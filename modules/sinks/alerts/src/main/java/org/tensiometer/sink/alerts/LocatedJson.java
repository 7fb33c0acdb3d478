package org.tensiometer.sink.alerts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A JSON document that knows the line of each of its parts. */
final class LocatedJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Map<String, Integer> lines = new HashMap<>();
  private final JsonNode root;

  private LocatedJson(JsonParser parser) throws IOException {
    parser.setCodec(new ObjectMapper());
    parser.nextToken();
    root = read(parser, "");
    if (parser.nextToken() != null) {
      throw new com.fasterxml.jackson.core.JsonParseException(
          parser, "something stands after the end of the document");
    }
  }

  /**
   * @throws com.fasterxml.jackson.core.JsonProcessingException if the text is no JSON, or an object
   *     has a field twice
   */
  static LocatedJson of(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new LocatedJson(parser);
    }
  }

  JsonNode root() {
    return root;
  }

  /**
   * The line a part begins in, from 1.
   *
   * @param path fields and numbers with slashes before them, for instance {@code /routes/0/pairs}
   */
  int line(String path) {
    return lines.getOrDefault(path, 1);
  }

  private JsonNode read(JsonParser parser, String path) throws IOException {
    lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        lines.put(path + '/' + name, parser.currentTokenLocation().getLineNr());
        parser.nextToken();
        object.set(name, read(parser, path + '/' + name));
      }
      return object;
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(read(parser, path + '/' + array.size()));
      }
      return array;
    }
    JsonNode value = parser.currentToken() == null ? null : parser.readValueAsTree();
    return value == null ? JsonNodeFactory.instance.missingNode() : value;
  }
}
