package org.tensiometer.coding.lexicon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tensiometer.coding.Confidence;
import org.tensiometer.coding.Lexicon;
import org.tensiometer.coding.Severities;
import org.tensiometer.coding.Severity;
import org.tensiometer.coding.actors.ActorDictionary;
import org.tensiometer.coding.actors.ActorEntry;
import org.tensiometer.coding.actors.PhraseWords;
import org.tensiometer.coding.acts.ActLexicon;
import org.tensiometer.contracts.QuadClass;

/** Reads the whole lexicon. */
public final class LexiconLoader {

  private static final String DECLARED_VERSION = "2";

  private LexiconLoader() {}

  /**
   * The bundled lexicon with those files that a folder adds.
   *
   * @param folder folder with files that add to or replace bundled entries; null without
   * @throws LexiconException for the first line that cannot be used
   */
  public static Lexicon load(Path folder) {
    return load(
        folder,
        fault -> {
          throw fault;
        });
  }

  /** Every line that {@link #load(Path)} would not take, in the order they are read. */
  public static List<LexiconException> faults(Path folder) {
    List<LexiconException> faults = new ArrayList<>();
    load(folder, faults::add);
    return faults;
  }

  private static Lexicon load(Path folder, Consumer<LexiconException> faults) {
    LexiconFiles files = new LexiconFiles(folder, faults);
    List<ActorEntry> entries = ActorFiles.entries(files);
    PhraseWords words = ActorFiles.phraseWords(files);
    Severities severities = severities(files);
    ActLexicon acts = ActFiles.load(files, severities);
    Confidence confidence = confidence(files);
    files.refuseUnknownFiles();
    String version = DECLARED_VERSION + '-' + files.hash();
    return new Lexicon(version, ActorDictionary.of(entries), words, acts, severities, confidence);
  }

  private static Severities severities(LexiconFiles files) {
    Map<String, Severity> byCode = new HashMap<>();
    files.each(files.rows("severity.tsv", 4, 4), row -> byCode.put(row.field(1), severity(row)));
    return new Severities(byCode);
  }

  private static Confidence confidence(LexiconFiles files) {
    Map<String, Double> values = new HashMap<>();
    files.each(files.bundled("confidence.tsv", 2, 2), row -> values.put(row.field(0), value(row)));
    files.each(
        files.added("confidence.tsv", 2, 2),
        row -> {
          if (values.replace(row.field(0), value(row)) == null) {
            throw row.error(
                "one of these names expected: "
                    + String.join(", ", new TreeSet<>(values.keySet())));
          }
        });
    return new Confidence(
        values.get("least"),
        values.get("intercept"),
        values.get("slope"),
        values.get("pronoun"),
        values.get("target-words"),
        values.get("source-words"),
        values.get("sentence-words"));
  }

  private static double value(Row row) {
    try {
      return Double.parseDouble(row.field(1));
    } catch (NumberFormatException e) {
      throw row.error("a number expected, not \"" + row.field(1) + '"');
    }
  }

  private static Severity severity(Row row) {
    try {
      double weight = Double.parseDouble(row.field(2));
      return new Severity(weight, QuadClass.valueOf(row.field(3)));
    } catch (IllegalArgumentException e) {
      throw row.error("a weight and a quad class expected: " + e.getMessage());
    }
  }
}
