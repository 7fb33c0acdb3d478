package org.tensiometer.coding.lexicon;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tensiometer.coding.actors.ActorEntry;
import org.tensiometer.coding.actors.Kind;
import org.tensiometer.coding.actors.PhraseWords;

/** Reads the files about parties. */
final class ActorFiles {

  private ActorFiles() {}

  static List<ActorEntry> entries(LexiconFiles files) {
    List<ActorEntry> entries = new ArrayList<>();
    files.rows("agents.tsv", 2, 2).forEach(row -> agent(row, entries));
    for (Row row : files.rows("countries.tsv", 3, 3)) {
      Kind kind = kind(row, 2);
      String sector = kind == Kind.CAPITAL ? "GOV" : null;
      entries.add(new ActorEntry(row.field(0), kind, row.field(1), sector, null, null));
    }
    files.rows("leaders.tsv", 5, 6).forEach(row -> leader(row, entries));
    files.rows("names.tsv", 3, 4).forEach(row -> name(row, entries));
    return entries;
  }

  static PhraseWords phraseWords(LexiconFiles files) {
    Map<String, Set<String>> classes = new HashMap<>();
    for (Row row : files.rows("phrase-words.tsv", 2, 2)) {
      classes.put(row.field(0), Set.of(row.field(1).split(" +")));
    }
    return new PhraseWords(Map.copyOf(classes));
  }

  private static void agent(Row row, List<ActorEntry> entries) {
    for (String surface : row.alternatives(0)) {
      entries.add(new ActorEntry(surface, Kind.AGENT, null, row.field(1), null, null));
    }
  }

  private static void name(Row row, List<ActorEntry> entries) {
    Kind kind = kind(row, 2);
    String code = row.field(1).equals("-") ? null : row.field(1);
    if ((code == null) != (kind == Kind.NONE)) {
      throw row.error("kind none goes with the code -, and no other kind does");
    }
    for (String surface : row.alternatives(0)) {
      entries.add(new ActorEntry(surface, kind, code, row.optional(3), null, null));
    }
  }

  private static void leader(Row row, List<ActorEntry> entries) {
    YearMonth from = month(row, 4);
    YearMonth to = month(row, 5);
    if (from != null && to != null && from.isAfter(to)) {
      throw row.error("the last month in office comes before the first");
    }
    for (String surface : row.alternatives(0)) {
      entries.add(new ActorEntry(surface, Kind.PERSON, row.field(1), row.optional(3), from, to));
    }
  }

  private static Kind kind(Row row, int field) {
    try {
      return Kind.valueOf(row.field(field).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw row.error("unknown kind \"" + row.field(field) + '"');
    }
  }

  private static YearMonth month(Row row, int field) {
    try {
      return row.optional(field) == null ? null : YearMonth.parse(row.field(field));
    } catch (DateTimeParseException e) {
      throw row.error("a month such as 1999-08 expected, not \"" + row.field(field) + '"');
    }
  }
}
