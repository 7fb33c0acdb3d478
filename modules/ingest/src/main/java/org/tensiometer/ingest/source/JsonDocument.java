package org.tensiometer.ingest.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** One article, or an array of articles, in a JSON document; read piece by piece. */
final class JsonDocument {

  private final ObjectMapper json;
  private final String place;
  private final String name;

  JsonDocument(ObjectMapper json, String place, String name) {
    this.json = json;
    this.place = place;
    this.name = name;
  }

  void read(InputStream in, Consumer<ReadResult> to) throws IOException {
    try (JsonParser parser = json.getFactory().createParser(in)) {
      boolean any = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        any = true;
        if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
          int line = parser.currentTokenLocation().getLineNr();
          JsonNode node = json.readTree(parser);
          to.accept(article(node, line));
        }
      }
      if (!any) {
        to.accept(new ReadResult.Problem(place, "is empty; right would be a JSON article"));
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      to.accept(
          new ReadResult.Problem(
              place + ':' + line,
              "is not JSON: " + e.getOriginalMessage() + "; the rest of this file is skipped"));
    }
  }

  private ReadResult article(JsonNode node, int line) {
    try {
      return new ReadResult.Found(JsonArticle.read(node, name + ':' + line));
    } catch (IllegalArgumentException e) {
      return new ReadResult.Problem(place + ':' + line, e.getMessage());
    }
  }
}
