package org.tensiometer.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Under which names a dump keeps the fields of an article: those that many dumps use ({@code
 * article-fields.txt}), or what the user says.
 */
public final class FieldNames {

  private static final Map<ArticleField, List<String>> CUSTOMARY = customary();

  private final Map<ArticleField, List<String>> names;

  private FieldNames(Map<ArticleField, List<String>> names) {
    this.names = names;
  }

  /** The names that many dumps use. */
  public static FieldNames customaryOnes() {
    return new FieldNames(CUSTOMARY);
  }

  /** The customary names, but for these fields only the one given. */
  public static FieldNames with(Map<ArticleField, String> given) {
    Map<ArticleField, List<String>> names = new EnumMap<>(CUSTOMARY);
    given.forEach((field, name) -> names.put(field, List.of(name.strip())));
    return new FieldNames(names);
  }

  /** The names of a field, the best first. */
  List<String> of(ArticleField field) {
    return names.get(field);
  }

  /** What the object has under this name; empty if nothing or null. */
  static Optional<JsonNode> find(JsonNode object, String name) {
    JsonNode value = member(object, name);
    int dot = name.indexOf('.');
    if (value == null && dot > 0) {
      JsonNode inner = member(object, name.substring(0, dot));
      return inner == null || !inner.isObject()
          ? Optional.empty()
          : find(inner, name.substring(dot + 1));
    }
    return Optional.ofNullable(value);
  }

  private static JsonNode member(JsonNode object, String name) {
    JsonNode exact = object.get(name);
    if (exact != null && !exact.isNull()) {
      return exact;
    }
    String wanted = plain(name);
    for (Iterator<Map.Entry<String, JsonNode>> i = object.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> member = i.next();
      if (!member.getValue().isNull() && plain(member.getKey()).equals(wanted)) {
        return member.getValue();
      }
    }
    return null;
  }

  private static String plain(String name) {
    return name.startsWith("_") ? name : name.toLowerCase(Locale.ROOT).replaceAll("[_\\- ]", "");
  }

  private static Map<ArticleField, List<String>> customary() {
    Map<ArticleField, List<String>> names = new EnumMap<>(ArticleField.class);
    for (String line : ResourceLines.of("article-fields.txt")) {
      String[] halves = line.split(":", 2);
      names.put(
          ArticleField.of(halves[0]),
          Arrays.stream(halves[1].split(",")).map(String::strip).toList());
    }
    return Collections.unmodifiableMap(names);
  }
}
