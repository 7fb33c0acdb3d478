package org.tensiometer.claims.language.nlp4j.model;

import edu.emory.mathcs.nlp.component.template.feature.Direction;
import edu.emory.mathcs.nlp.component.template.feature.FeatureItem;
import edu.emory.mathcs.nlp.component.template.feature.Field;
import edu.emory.mathcs.nlp.component.template.feature.Relation;
import edu.emory.mathcs.nlp.component.template.feature.Source;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** NLP4J's feature templates as text, for instance {@code i:-1:lmd:lemma:} joined by blanks. */
final class Feature {

  private static final int PARTS = 5;

  private Feature() {}

  static String write(FeatureItem... items) {
    StringJoiner out = new StringJoiner(" ");
    for (FeatureItem item : items) {
      out.add(
          item.source
              + ":"
              + item.window
              + ":"
              + (item.relation == null ? "" : item.relation)
              + ":"
              + item.field
              + ":"
              + (item.attribute == null ? "" : item.attribute));
    }
    return out.toString();
  }

  /**
   * @throws DamagedPackException when the text is no feature template
   */
  static List<FeatureItem> read(String text) {
    try {
      return Arrays.stream(text.split(" ")).map(Feature::item).toList();
    } catch (IllegalArgumentException e) {
      throw new DamagedPackException("'" + text + "' is no feature template", e);
    }
  }

  private static FeatureItem item(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException(text);
    }
    Field field = Field.valueOf(parts[3]);
    return new FeatureItem(
        Source.valueOf(parts[0]),
        parts[2].isEmpty() ? null : Relation.valueOf(parts[2]),
        Integer.parseInt(parts[1]),
        field,
        attribute(field, parts[4]));
  }

  private static Object attribute(Field field, String text) {
    return switch (field) {
      case prefix, suffix -> Integer.valueOf(text);
      case valency -> Direction.valueOf(text);
      default -> null;
    };
  }
}
