package org.tensiometer.coding.lexicon;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final String DECLARED_VERSION = "1";

  private LexiconLoader() {}

  /**
   * The bundled lexicon with those files that a folder adds.
   *
   * @param override folder with files that add to or replace bundled entries; null without
   */
  public static Lexicon load(Path override) {
    LexiconFiles files = new LexiconFiles(override);
    List<ActorEntry> entries = ActorFiles.entries(files);
    PhraseWords words = ActorFiles.phraseWords(files);
    ActLexicon acts = ActFiles.load(files);
    Severities severities = severities(files);
    String version = DECLARED_VERSION + '-' + files.hash();
    return new Lexicon(version, ActorDictionary.of(entries), words, acts, severities);
  }

  private static Severities severities(LexiconFiles files) {
    Map<String, Severity> byCode = new HashMap<>();
    for (Row row : files.rows("severity.tsv", 4, 4)) {
      try {
        double weight = Double.parseDouble(row.field(2));
        byCode.put(row.field(1), new Severity(weight, QuadClass.valueOf(row.field(3))));
      } catch (IllegalArgumentException e) {
        throw row.error("a weight and a quad class expected: " + e.getMessage());
      }
    }
    return new Severities(byCode);
  }
}
