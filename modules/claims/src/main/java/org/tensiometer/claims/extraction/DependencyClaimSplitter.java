package org.tensiometer.claims.extraction;

import java.util.ArrayList;
import java.util.List;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.claims.grammar.WordLists;
import org.tensiometer.claims.language.LanguageEngine;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Engine;

/**
 * Splits articles by rules over dependency trees. Keeps every predicate, verbal or nominal, in
 * which a named or referring party takes part; decides nothing about countries or event types.
 *
 * <p>The headline is not analysed: offsets are those of the body, and what a headline says the body
 * says again. The same article gives the same events, byte for byte.
 */
public final class DependencyClaimSplitter implements ClaimSplitter {

  private final LanguageEngine engine;
  private final Engine made;

  /**
   * A splitter over an engine, which it does not close.
   *
   * @param engine analyses the body of each article
   */
  public DependencyClaimSplitter(LanguageEngine engine) {
    this.engine = engine;
    this.made = new Engine(engine.name(), engine.version() + "+rules." + WordLists.VERSION);
  }

  @Override
  public List<ClaimEvent> split(Article article) {
    ArticleAnalysis analysis = ArticleAnalysis.of(article, engine.analyse(article.getBody()));
    List<Claim> claims = new ArrayList<>();
    for (int sentence = 0; sentence < analysis.trees().size(); sentence++) {
      claims.addAll(new SentenceClaims(analysis, sentence).claims(claims.size()));
    }
    if (claims.isEmpty()) {
      return List.of(event(article, 0, 0, null));
    }
    List<ClaimEvent> events = new ArrayList<>(claims.size());
    for (Claim claim : claims) {
      events.add(event(article, events.size(), claims.size(), claim));
    }
    return events;
  }

  private ClaimEvent event(Article article, int index, int count, Claim claim) {
    return new ClaimEvent(
        article.getArticleId(),
        article.getUrl(),
        article.getOutlet(),
        article.getTitle(),
        article.getPublished(),
        article.getReceivedAt(),
        article.getRevision(),
        index,
        count,
        made,
        claim);
  }
}
