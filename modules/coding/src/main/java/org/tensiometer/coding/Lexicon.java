package org.tensiometer.coding;

import java.nio.file.Path;
import org.tensiometer.coding.actors.ActorDictionary;
import org.tensiometer.coding.actors.PhraseWords;
import org.tensiometer.coding.acts.ActLexicon;
import org.tensiometer.coding.lexicon.LexiconLoader;

/**
 * What the coder knows of names and acts. Immutable; may be shared by any number of threads.
 *
 * @param version declared version and the first digits of the hash of all files it was read from
 * @param actors names of parties
 * @param phraseWords closed word classes of noun phrases
 * @param acts act patterns
 * @param severities weights and quad classes
 * @param confidence what makes a coding less sure
 */
public record Lexicon(
    String version,
    ActorDictionary actors,
    PhraseWords phraseWords,
    ActLexicon acts,
    Severities severities,
    Confidence confidence) {

  /** The lexicon that comes with the program. */
  public static Lexicon bundled() {
    return LexiconLoader.load(null);
  }

  /**
   * The bundled lexicon with the files of a folder added. A file has the name and the format of a
   * bundled one; its names and rule ids replace bundled ones.
   *
   * @param folder folder with any of the files
   * @throws org.tensiometer.coding.lexicon.LexiconException if a line cannot be read
   */
  public static Lexicon withOverrides(Path folder) {
    return LexiconLoader.load(folder);
  }
}
