package org.tensiometer.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads an article from a JSON object with the fields id, url, outlet, published, title, body (or
 * text) and updated, of which only body is needed. Other fields are left alone.
 */
final class JsonArticle {

  private JsonArticle() {}

  /**
   * @throws IllegalArgumentException if the object is no article, with what would be right
   */
  static ArticleInput read(JsonNode object, String origin) {
    if (!object.isObject()) {
      throw new IllegalArgumentException(
          "an article is a JSON object with at least \"body\", not " + kind(object));
    }
    String bodyField = object.hasNonNull("body") ? "body" : "text";
    String body = text(object, bodyField);
    if (body == null || body.isBlank()) {
      throw new IllegalArgumentException(
          "'body' is missing or empty; an article needs its text in 'body' or 'text'");
    }
    Published updated = time(object, "updated");
    return new ArticleInput(
        name(object, "id"),
        name(object, "url"),
        name(object, "outlet"),
        name(object, "title"),
        body,
        time(object, "published"),
        updated.time(),
        origin);
  }

  private static Published time(JsonNode object, String field) {
    String value = name(object, field);
    if (value == null) {
      return Published.UNKNOWN;
    }
    try {
      return Published.parse(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException('\'' + field + "' " + e.getMessage(), e);
    }
  }

  private static String name(JsonNode object, String field) {
    String value = text(object, field);
    return value == null || value.isBlank() ? null : value;
  }

  private static String text(JsonNode object, String field) {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (value.isTextual() || value.isIntegralNumber()) {
      return value.asText();
    }
    throw new IllegalArgumentException(
        '\'' + field + "' is " + kind(value) + "; right would be a string");
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
