package org.tensiometer.coding;

import java.util.List;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.LanguageEngine;

/** Gives back one stored analysis, so that rules are tested without models. */
record StoredEngine(List<AnalysedSentence> sentences) implements LanguageEngine {

  @Override
  public String name() {
    return "stored";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public List<AnalysedSentence> analyse(String text) {
    return sentences;
  }

  @Override
  public void close() {}
}
