package org.tensiometer.claims.language.nlp4j.model;

/** Hears how the one-time conversion of the models gets on. */
@FunctionalInterface
public interface ModelProgress {

  /** Hears nothing. */
  ModelProgress SILENT = (step, done) -> {};

  /**
   * @param step what is being converted, for instance {@code word vectors}
   * @param done share of the whole conversion, from 0 to 1; never falls
   */
  void update(String step, double done);
}
