package org.tensiometer.app;

import java.util.function.Consumer;
import org.tensiometer.claims.language.LanguageEngine;
import org.tensiometer.claims.language.nlp4j.Nlp4jEngine;
import org.tensiometer.claims.language.nlp4j.model.LanguageModels;
import org.tensiometer.claims.language.nlp4j.model.ModelProgress;
import org.tensiometer.claims.language.nlp4j.model.ModelsUnavailableException;

/** The language engine of this version. */
final class Engines {

  private static final int PERCENT = 100;
  private static final int TOLD_EVERY_PERCENT = 10;

  private Engines() {}

  /**
   * Loads the engine; the first time converts its models, which takes about a minute.
   *
   * @param progress is told how far that is
   * @throws UserError if the models cannot be had
   */
  static LanguageEngine load(Consumer<String> progress) {
    progress.accept("Loading the language models ...");
    try {
      return Nlp4jEngine.open(LanguageModels.locate(), new Told(progress));
    } catch (ModelsUnavailableException e) {
      throw UserError.environment(e.getMessage(), e);
    }
  }

  /** One line for every ten percent. */
  private static final class Told implements ModelProgress {

    private final Consumer<String> to;
    private int told = -1;

    Told(Consumer<String> to) {
      this.to = to;
    }

    @Override
    public synchronized void update(String step, double done) {
      int tenth = (int) (done * PERCENT) / TOLD_EVERY_PERCENT;
      if (tenth > told) {
        told = tenth;
        to.accept(
            "Preparing the language models, once: "
                + tenth * TOLD_EVERY_PERCENT
                + " % ("
                + step
                + ")");
      }
    }
  }
}
