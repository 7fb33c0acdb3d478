package org.tensiometer.app.lexicon;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.tensiometer.app.Analysis;
import org.tensiometer.coding.Dyad;
import org.tensiometer.coding.Dyads;
import org.tensiometer.coding.acts.ActPattern;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.IdBasis;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.PublishedPrecision;
import org.tensiometer.contracts.Revision;

/**
 * A sentence that a pattern should code.
 *
 * @param rule id of the pattern
 * @param text the sentence
 * @param expected dyads such as {@code CHL>PER}, comma-separated; null if any will do
 */
public record PatternExample(String rule, String text, String expected) {

  private static final String ARROW = " => ";

  /**
   * What became of an example.
   *
   * @param example the example
   * @param passed whether its own pattern codes it, between the parties expected
   * @param got what it was coded as
   */
  public record Result(PatternExample example, boolean passed, String got) {

    @Override
    public String toString() {
      String wanted = example.expected == null ? "" : " " + example.expected;
      return "%s%s: \"%s\" gives %s".formatted(example.rule, wanted, example.text, got);
    }
  }

  /** The example of a pattern, {@code sentence => CHL>PER}; the dyads may be left out. */
  static PatternExample of(ActPattern pattern) {
    String example = pattern.example();
    int arrow = example.lastIndexOf(ARROW);
    return arrow < 0
        ? new PatternExample(pattern.id(), example, null)
        : new PatternExample(
            pattern.id(),
            example.substring(0, arrow).strip(),
            example.substring(arrow + ARROW.length()).replace(" ", ""));
  }

  Result run(Analysis analysis, LocalDate published) {
    List<CodedClaim> claims =
        analysis.claims(article(published)).stream()
            .filter(claim -> claim.getCoding() != null)
            .toList();
    boolean passed =
        claims.stream()
            .filter(claim -> claim.getCoding().getRule().equals(rule))
            .anyMatch(claim -> expected == null || dyads(claim).equals(expected));
    String got =
        claims.stream()
            .map(claim -> (claim.getCoding().getRule() + ' ' + dyads(claim)).strip())
            .collect(Collectors.joining("; "));
    return new Result(this, passed, got.isEmpty() ? "no event" : got);
  }

  private static String dyads(CodedClaim claim) {
    return Dyads.of(claim).stream().map(Dyad::text).collect(Collectors.joining(","));
  }

  private Article article(LocalDate published) {
    var instant = published.atStartOfDay(ZoneOffset.UTC).toInstant();
    return Article.newBuilder()
        .setArticleId(rule)
        .setUrl(null)
        .setOutlet(null)
        .setTitle(null)
        .setPublished(instant)
        .setPublishedPrecision(PublishedPrecision.DAY)
        .setIdBasis(IdBasis.GIVEN)
        .setBody(text)
        .setLanguage("en")
        .setReceivedAt(instant)
        .setRevision(new Revision(instant, Ids.content(null, text)))
        .setOrigin(null)
        .build();
  }
}
