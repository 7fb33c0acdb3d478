package org.tensiometer.claims.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.Conllu;
import org.tensiometer.claims.language.LanguageEngine;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;

/** A made-up story with its stored analysis, published on Friday, 5 March 2021. */
final class StoredStory implements LanguageEngine {

  static final String PUBLISHED = "2021-03-05T10:00:00Z";

  private static final String FOLDER = "/org/tensiometer/claims/";

  private final String analysis;

  StoredStory() {
    this(resource("borduria.conllu"));
  }

  /** Another story, with the analysis in CoNLL-U. */
  StoredStory(String analysis) {
    this.analysis = analysis;
  }

  static String text() {
    return resource("borduria.txt");
  }

  static List<ClaimEvent> events() {
    return new DependencyClaimSplitter(new StoredStory()).split(Articles.of(text(), PUBLISHED));
  }

  /**
   * The claim with this predicate in the only sentence that has these words.
   *
   * @throws IllegalArgumentException when there is none or more than one
   */
  static Claim claim(String sentence, String predicate) {
    List<Claim> found =
        events().stream()
            .map(ClaimEvent::getClaim)
            .filter(claim -> claim.getSentence().getText().contains(sentence))
            .filter(claim -> claim.getPredicate().getText().equals(predicate))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          found.size() + " claims with \"" + predicate + "\" in \"" + sentence + '"');
    }
    return found.get(0);
  }

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
    return Conllu.read(analysis);
  }

  @Override
  public void close() {}

  private static String resource(String name) {
    try (InputStream in = StoredStory.class.getResourceAsStream(FOLDER + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
