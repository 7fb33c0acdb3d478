package org.tensiometer.ingest.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One article, an array of articles, or an object that holds such an array as answers of news
 * services do, in a JSON document; read piece by piece.
 */
final class JsonDocument {

  private static final Set<String> LISTS =
      Set.of("articles", "items", "results", "docs", "documents", "data", "news", "stories");

  private final JsonSource source;
  private final ObjectMapper json = JsonSource.documents();

  JsonDocument(JsonSource source) {
    this.source = source;
  }

  void read(InputStream in, Consumer<ReadResult> to) throws IOException {
    BoundedInput bounded = new BoundedInput(in, ArticleLimits.MAX_BYTES);
    try (JsonParser parser = json.getFactory().createParser(bounded)) {
      try {
        boolean any = false;
        while (parser.nextToken() != null) {
          any = true;
          value(parser, bounded, to);
        }
        if (!any) {
          to.accept(source.empty("a JSON article"));
        }
      } catch (JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        to.accept(source.problem(line, JsonSource.fault(e) + "; the rest of this file is skipped"));
      } catch (OversizeException e) {
        int line = parser.currentTokenLocation().getLineNr();
        to.accept(source.problem(line, e.getMessage() + "; the rest of this file is skipped"));
      }
    }
  }

  private void value(JsonParser parser, BoundedInput in, Consumer<ReadResult> to)
      throws IOException {
    in.nextArticle();
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      list(parser, in, to);
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      object(parser, in, to);
    } else {
      piece(parser, to);
    }
  }

  private void list(JsonParser parser, BoundedInput in, Consumer<ReadResult> to)
      throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      in.nextArticle();
      piece(parser, to);
    }
  }

  /** An article, unless one of its members is a list of articles. */
  private void object(JsonParser parser, BoundedInput in, Consumer<ReadResult> to)
      throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    ObjectNode article = json.createObjectNode();
    boolean list = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY
          && LISTS.contains(member.toLowerCase(Locale.ROOT))) {
        list = true;
        list(parser, in, to);
      } else {
        article.set(member, json.readTree(parser));
      }
    }
    if (!list) {
      to.accept(source.article(article, line));
    }
  }

  private void piece(JsonParser parser, Consumer<ReadResult> to) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    to.accept(source.article(json.readTree(parser), line));
  }
}
