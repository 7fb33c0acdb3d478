package org.tensiometer.ingest.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an article in JSON may have. */
public enum ArticleField {
  ID,
  URL,
  OUTLET,
  TITLE,
  BODY,
  PUBLISHED,
  UPDATED,
  LANGUAGE;

  /**
   * The field of this name.
   *
   * @throws IllegalArgumentException if there is none, with those there are
   */
  public static ArticleField of(String name) {
    return Arrays.stream(values())
        .filter(field -> field.fieldName().equals(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "an article has no field \"" + name + "\"; right would be one of " + names()));
  }

  /** The name it has in an article written for this project. */
  public String fieldName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String names() {
    return Arrays.stream(values()).map(ArticleField::fieldName).collect(Collectors.joining(", "));
  }
}
