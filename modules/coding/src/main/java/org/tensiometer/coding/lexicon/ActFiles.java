package org.tensiometer.coding.lexicon;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tensiometer.coding.Severities;
import org.tensiometer.coding.acts.ActLexicon;
import org.tensiometer.coding.acts.ActPattern;
import org.tensiometer.coding.acts.Announcement;
import org.tensiometer.coding.acts.PatternParser;
import org.tensiometer.contracts.EventType;

/** Reads the files about acts; their format is described in {@code README.md} beside them. */
final class ActFiles {

  private static final String DEFAULT_CONFIDENCE = "0.8";

  private final LexiconFiles files;
  private final Severities severities;
  private final Map<String, Set<String>> sets;
  private final PatternParser parser;

  private ActFiles(LexiconFiles files, Severities severities) {
    this.files = files;
    this.severities = severities;
    this.sets = sets();
    this.parser = new PatternParser(sets);
  }

  static ActLexicon load(LexiconFiles files, Severities severities) {
    return new ActFiles(files, severities).patterns();
  }

  private Map<String, Set<String>> sets() {
    Map<String, Set<String>> sets = new HashMap<>();
    files.each(
        files.rows("word-sets.tsv", 2, 2),
        row -> sets.merge(row.field(0), words(row, sets), ActFiles::union));
    return sets;
  }

  private static Set<String> words(Row row, Map<String, Set<String>> sets) {
    Set<String> words = new TreeSet<>();
    for (String word : row.field(1).split(" +")) {
      if (!word.startsWith("@")) {
        words.add(word);
      } else if (sets.containsKey(word.substring(1))) {
        words.addAll(sets.get(word.substring(1)));
      } else {
        throw row.error("no word set " + word + " before this line");
      }
    }
    return words;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  private ActLexicon patterns() {
    Map<String, ActPattern> byId = new LinkedHashMap<>();
    Map<String, List<String>> heads = new HashMap<>();
    for (EventType type : EventType.values()) {
      String file = "acts/" + type.name().toLowerCase(java.util.Locale.ROOT) + ".tsv";
      files.each(
          files.rows(file, 6, 10),
          row -> {
            ActPattern pattern = pattern(row, type);
            byId.put(pattern.id(), pattern);
            heads.put(pattern.id(), row.alternatives(1));
          });
    }
    Map<ActPattern, List<String>> patterns = new LinkedHashMap<>();
    byId.forEach((id, pattern) -> patterns.put(pattern, heads.get(id)));
    return ActLexicon.of(patterns, announcements(), sets);
  }

  /** Fields: event type, event type of announcing it, mode, CAMEO, trust. */
  private Map<EventType, Announcement> announcements() {
    Map<EventType, Announcement> announcements = new EnumMap<>(EventType.class);
    for (Row row : files.rows("announcements.tsv", 5, 5)) {
      try {
        announcements.put(
            EventType.valueOf(row.field(0)),
            new Announcement(
                EventType.valueOf(row.field(1)),
                row.optional(2),
                row.optional(3),
                Double.parseDouble(row.field(4))));
      } catch (IllegalArgumentException e) {
        throw row.error("two event types, a mode, a code and a number expected: " + e.getMessage());
      }
    }
    return announcements;
  }

  /** Fields: id, heads, conditions, source, target, mode, CAMEO, context, flags, example. */
  private ActPattern pattern(Row row, EventType type) {
    try {
      List<String> flags = new ArrayList<>(List.of(row.field(8).split(" +")));
      boolean reciprocal = flags.remove("both");
      boolean says = flags.remove("says");
      flags.removeIf(String::isEmpty);
      String confidence = flags.isEmpty() ? DEFAULT_CONFIDENCE : flags.get(0);
      return new ActPattern(
          type.name().toLowerCase(java.util.Locale.ROOT) + '.' + row.field(0),
          parser.conditions(row.field(2)),
          parser.paths(row.field(3)),
          parser.paths(row.field(4)),
          type,
          weighed(row.optional(5), type + "." + row.field(5)),
          weighed(row.optional(6), row.field(6)),
          row.optional(7),
          reciprocal,
          says,
          confidence(confidence),
          row.optional(9));
    } catch (IllegalArgumentException e) {
      throw row.error(e.getMessage());
    }
  }

  /** A mode or a CAMEO code, which a severity must stand beside. */
  private String weighed(String code, String key) {
    if (code != null && !severities.byCode().containsKey(key)) {
      throw new IllegalArgumentException("severity.tsv has no weight for " + key);
    }
    return code;
  }

  private static double confidence(String flag) {
    if (!flag.matches("0?\\.\\d+|0|1(\\.0+)?")) {
      throw new IllegalArgumentException(
          "flags are \"both\", \"says\" and a confidence from 0 to 1, not \"" + flag + '"');
    }
    return Double.parseDouble(flag);
  }
}
