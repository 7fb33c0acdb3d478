package org.tensiometer.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tensiometer.app.UserError;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.coding.Lexicon;
import org.tensiometer.coding.lexicon.LexiconException;
import picocli.CommandLine.Option;

/** A user's own names and patterns. */
final class LexiconOption {

  @Option(
      names = "--lexicon",
      paramLabel = "DIR",
      description =
          "Folder with data files (names.tsv, leaders.tsv, acts/aid.tsv ...) that add to the names"
              + " and patterns that come with it, or replace them.")
  private String folder;

  /** What claims are coded with. */
  static Lexicon lexicon(Configuration configuration) {
    Optional<Path> folder = folder(configuration);
    try {
      return folder.isEmpty() ? Lexicon.bundled() : Lexicon.withOverrides(folder.get());
    } catch (LexiconException e) {
      throw UserError.environment(
          e.getMessage() + " (tensiometer lexicon check " + folder.get() + " names every fault)",
          e);
    }
  }

  /** The user's folder; empty without. */
  static Optional<Path> folder(Configuration configuration) {
    Optional<Path> folder = configuration.find(Setting.LEXICON).map(Path::of);
    if (folder.isPresent() && !Files.isDirectory(folder.get())) {
      throw configuration.fault(Setting.LEXICON, "names no folder: " + folder.get(), null);
    }
    return folder;
  }
}
