package org.tensiometer.ingest.source;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets articles in English pass and skips the others, by what their source says, else by their
 * words.
 */
final class LanguageGate implements Consumer<ReadResult> {

  private static final String ENGLISH = "en";

  private final Consumer<ReadResult> to;

  LanguageGate(Consumer<ReadResult> to) {
    this.to = to;
  }

  @Override
  public void accept(ReadResult result) {
    to.accept(result instanceof ReadResult.Found found ? judged(found.article()) : result);
  }

  private static ReadResult judged(ArticleInput article) {
    String language = language(article);
    return language.equals(ENGLISH)
        ? new ReadResult.Found(article.inLanguage(ENGLISH))
        : new ReadResult.Skipped(article.origin(), "in " + name(language) + ", not English");
  }

  private static String language(ArticleInput article) {
    Optional<String> said = Optional.ofNullable(article.language()).flatMap(LanguageGate::code);
    return said.orElseGet(() -> LanguageDetector.language(article.title(), article.body()));
  }

  /** ISO 639-1 code of what a source says: a code with or without region, or an English name. */
  static Optional<String> code(String said) {
    String plain = said.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    for (String code : Locale.getISOLanguages()) {
      Locale language = Locale.forLanguageTag(code);
      if (plain.equals(code)
          || plain.equals(language.getISO3Language())
          || plain.equals(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT))) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  private static String name(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
  }
}
