package org.tensiometer.coding.lexicon;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tensiometer.coding.CountryCodes;
import org.tensiometer.coding.actors.ActorEntry;
import org.tensiometer.coding.actors.Kind;
import org.tensiometer.coding.actors.PhraseWords;

/** Reads the files about parties; their format is described in {@code README.md} beside them. */
final class ActorFiles {

  private static final String NO_CODE = "-";
  private static final String ORDINARY_PEOPLE = "CVL";
  private static final Set<Kind> MAKE_CODES = Set.of(Kind.ORGANISATION, Kind.REGION);

  /** Of one surface the last entry holds, so what is most certain comes last. */
  private static final List<DataFile> FILES =
      List.of(
          new DataFile("places.tsv", 2, 2),
          new DataFile("agents.tsv", 2, 2),
          new DataFile("countries.tsv", 3, 3),
          new DataFile("leaders.tsv", 5, 7),
          new DataFile("names.tsv", 3, 6));

  private final LexiconFiles files;
  private final List<ActorEntry> entries = new ArrayList<>();
  private final Set<String> ownCodes = new HashSet<>();
  private final Map<Row, String> countryCodes = new LinkedHashMap<>();

  private record DataFile(String name, int required, int fields) {}

  private ActorFiles(LexiconFiles files) {
    this.files = files;
  }

  /** All names: a user's after all bundled ones, so that they may replace any of these. */
  static List<ActorEntry> entries(LexiconFiles files) {
    ActorFiles reader = new ActorFiles(files);
    for (DataFile file : FILES) {
      files.each(files.bundled(file.name(), file.required(), file.fields()), reader.into(file));
    }
    for (DataFile file : FILES) {
      files.each(files.added(file.name(), file.required(), file.fields()), reader.into(file));
    }
    files.each(List.copyOf(reader.countryCodes.keySet()), reader::checkCode);
    return reader.entries;
  }

  static PhraseWords phraseWords(LexiconFiles files) {
    Map<String, Set<String>> classes = new HashMap<>();
    for (Row row : files.rows("phrase-words.tsv", 2, 2)) {
      classes.put(row.field(0), Set.of(row.field(1).split(" +")));
    }
    return new PhraseWords(Map.copyOf(classes));
  }

  private Consumer<Row> into(DataFile file) {
    return switch (file.name()) {
      case "places.tsv" -> this::place;
      case "agents.tsv" -> this::agent;
      case "countries.tsv" -> this::country;
      case "leaders.tsv" -> this::leader;
      default -> this::name;
    };
  }

  private void place(Row row) {
    add(row, Kind.PLACE, row.field(1), ORDINARY_PEOPLE, null, null);
  }

  private void agent(Row row) {
    add(row, Kind.AGENT, null, row.field(1), null, null);
  }

  private void country(Row row) {
    Kind kind = kind(row, 2);
    add(row, kind, row.field(1), kind == Kind.CAPITAL ? "GOV" : null, null, null);
  }

  private void name(Row row) {
    Kind kind = kind(row, 2);
    String code = row.field(1).equals(NO_CODE) ? null : row.field(1);
    if ((code == null) != (kind == Kind.NONE)) {
      throw row.error("kind none goes with the code -, and no other kind does");
    }
    String sector = kind == Kind.PLACE ? ORDINARY_PEOPLE : row.optional(3);
    add(row, kind, code, sector, month(row, 4), month(row, 5));
  }

  private void leader(Row row) {
    add(row, Kind.PERSON, row.field(1), row.optional(3), month(row, 4), month(row, 5));
  }

  private void add(Row row, Kind kind, String code, String sector, YearMonth from, YearMonth to) {
    if (from != null && to != null && from.isAfter(to)) {
      throw row.error("the last month comes before the first");
    }
    List<String> surfaces = row.alternatives(0);
    if (surfaces.isEmpty()) {
      throw row.error("no name in the first field");
    }
    if (MAKE_CODES.contains(kind)) {
      ownCodes.add(code);
    } else if (code != null) {
      countryCodes.put(row, code);
    }
    for (String surface : surfaces) {
      entries.add(new ActorEntry(surfaces.get(0), surface, kind, code, sector, from, to));
    }
  }

  private void checkCode(Row row) {
    String code = countryCodes.get(row);
    if (!CountryCodes.isPossible(code) && !ownCodes.contains(code)) {
      throw row.error(
          '"'
              + code
              + "\" is neither an ISO 3166-1 alpha-3 code nor that of an organisation in names.tsv");
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
