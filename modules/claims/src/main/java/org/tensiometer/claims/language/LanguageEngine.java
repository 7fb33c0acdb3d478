package org.tensiometer.claims.language;

import java.util.List;

/**
 * Analyses running text. The one door to any language library: rules see {@link AnalysedSentence}
 * and never the library's own types. Implementations are safe for use by many threads at once.
 */
public interface LanguageEngine extends AutoCloseable {

  /** Engine name, for instance nlp4j. */
  String name();

  /** Version of the engine, its models and its repairs together; part of every claim. */
  String version();

  /**
   * Splits, tags and parses.
   *
   * @param text any text; line ends separate paragraphs, a sentence never spans two
   * @return the sentences in text order, offsets in UTF-16 units of {@code text}
   */
  List<AnalysedSentence> analyse(String text);

  @Override
  void close();
}
