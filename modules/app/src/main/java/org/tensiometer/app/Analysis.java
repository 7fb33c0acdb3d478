package org.tensiometer.app;

import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.function.Consumer;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.claims.extraction.DependencyClaimSplitter;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.coding.Lexicon;
import org.tensiometer.coding.LexiconClaimCoder;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.metrics.Meters;

/**
 * From an article to its coded claims, without Kafka.
 *
 * @param splitter article to claims
 * @param coder claim to coded claim
 */
public record Analysis(ClaimSplitter splitter, ClaimCoder coder) {

  /** Generation written into claims that no topology has coded. */
  private static final String NO_GENERATION = "none";

  /** The engine and the rules that come with this version, and a lexicon. */
  public static Analysis with(Lexicon lexicon, Consumer<String> progress) {
    return new Analysis(splitter(progress), new LexiconClaimCoder(lexicon));
  }

  /** The splitter alone, ready for work. */
  public static ClaimSplitter splitter(Consumer<String> progress) {
    return new DependencyClaimSplitter(Engines.load(progress));
  }

  /** The splitter alone; its engine is loaded with the first article. */
  public static ClaimSplitter lazySplitter(Consumer<String> progress) {
    Lazy<ClaimSplitter> splitter =
        new Lazy<>(() -> Metrics.timer(Meters.MODEL_LOAD).record(() -> splitter(progress)));
    return article -> splitter.get().split(article);
  }

  /** All claims of the article in text order. */
  public List<CodedClaim> claims(Article article) {
    return splitter.split(article).stream()
        .filter(event -> event.getClaim() != null)
        .map(event -> coder.code(event, NO_GENERATION))
        .toList();
  }
}
