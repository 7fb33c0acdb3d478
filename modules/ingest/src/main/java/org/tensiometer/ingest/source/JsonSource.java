package org.tensiometer.ingest.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What both ways of holding articles in JSON share: the reader of JSON, and what they report. */
final class JsonSource {

  private static final ObjectMapper DOCUMENTS = mapper();
  private static final ObjectMapper LINES =
      DOCUMENTS.copy().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final JsonArticle articles;
  private final String place;
  private final String name;

  JsonSource(FieldNames names, String place, String name) {
    this.articles = new JsonArticle(names);
    this.place = place;
    this.name = name;
  }

  /** Reads values that others may follow. */
  static ObjectMapper documents() {
    return DOCUMENTS;
  }

  /** Reads values that end with their text. */
  static ObjectMapper lines() {
    return LINES;
  }

  /** The article of a value that starts on this line, or why it is none. */
  ReadResult article(JsonNode value, int line) {
    try {
      ArticleInput article = articles.read(value, name + ':' + line);
      ArticleLimits.requireText(article.body());
      return new ReadResult.Found(article);
    } catch (IllegalArgumentException e) {
      return problem(line, e.getMessage());
    }
  }

  ReadResult.Problem problem(int line, String message) {
    return new ReadResult.Problem(place + ':' + line, message);
  }

  ReadResult.Problem empty(String right) {
    return new ReadResult.Problem(place, "is empty; right would be " + right);
  }

  /** What is wrong with text that is no JSON, in one line. */
  static String fault(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return e.getOriginalMessage().startsWith("Document nesting")
          ? "is nested more than "
              + ArticleLimits.MAX_DEPTH
              + " levels deep; right would be an object with the fields of an article"
          : new OversizeException(ArticleLimits.MAX_BYTES).getMessage();
    }
    String message = e.getOriginalMessage().replaceAll("\\s*\\(start marker at .*", "");
    return "is not JSON: " + message.replaceAll("\\s+", " ");
  }

  private static ObjectMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(ArticleLimits.MAX_DEPTH)
                    .maxStringLength(ArticleLimits.MAX_BYTES)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    return JsonMapper.builder(factory).build();
  }
}
