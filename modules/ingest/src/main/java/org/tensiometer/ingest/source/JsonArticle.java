package org.tensiometer.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Reads an article from a JSON object. Only a text is needed; where there is none, the headline is
 * the text. Fields of other names are left alone.
 */
final class JsonArticle {

  private final FieldNames names;

  JsonArticle(FieldNames names) {
    this.names = names;
  }

  /**
   * @throws IllegalArgumentException if the object is no article, with what would be right
   */
  ArticleInput read(JsonNode object, String origin) {
    if (!object.isObject()) {
      throw new IllegalArgumentException(
          "an article is a JSON object with at least \"body\", not " + kind(object));
    }
    String title = text(object, ArticleField.TITLE);
    String body = text(object, ArticleField.BODY);
    if (body == null && title == null) {
      throw new IllegalArgumentException(
          "'"
              + names.of(ArticleField.BODY).get(0)
              + "' is missing or empty; an article needs its text in 'body' or 'text', or in"
              + " another field named with --field body=NAME");
    }
    return new ArticleInput(
        text(object, ArticleField.ID),
        text(object, ArticleField.URL),
        text(object, ArticleField.OUTLET),
        title,
        body == null ? title : body,
        time(object, ArticleField.PUBLISHED),
        time(object, ArticleField.UPDATED).time(),
        text(object, ArticleField.LANGUAGE),
        origin);
  }

  private Published time(JsonNode object, ArticleField field) {
    for (String name : names.of(field)) {
      Optional<String> value = text(object, name);
      if (value.isPresent()) {
        try {
          return Published.parse(value.get());
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException('\'' + name + "' " + e.getMessage(), e);
        }
      }
    }
    return Published.UNKNOWN;
  }

  /** The first of the field's names that holds a text; the first that holds no text is refused. */
  private String text(JsonNode object, ArticleField field) {
    String refused = null;
    for (String name : names.of(field)) {
      Optional<String> text = text(object, name);
      if (text.isPresent()) {
        return text.get();
      }
      Optional<JsonNode> other = FieldNames.find(object, name).filter(value -> !isText(value));
      if (refused == null && other.isPresent()) {
        refused = '\'' + name + "' is " + kind(other.get()) + "; right would be a string";
      }
    }
    if (refused != null && field == ArticleField.BODY) {
      throw new IllegalArgumentException(refused);
    }
    return null;
  }

  private static Optional<String> text(JsonNode object, String name) {
    return FieldNames.find(object, name)
        .filter(JsonArticle::isText)
        .map(JsonNode::asText)
        .filter(text -> !text.isBlank());
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual() || value.isIntegralNumber();
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL -> "null";
      case STRING -> "a string";
      default -> "nothing";
    };
  }
}
