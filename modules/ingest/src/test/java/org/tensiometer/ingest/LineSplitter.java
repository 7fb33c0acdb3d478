package org.tensiometer.ingest;

import java.util.ArrayList;
import java.util.List;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.Attribution;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Engine;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.Modality;
import org.tensiometer.contracts.Polarity;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.SentenceSpan;

/** Takes every line that is not blank for a claim; ingesting cares for no grammar. */
final class LineSplitter implements ClaimSplitter {

  @Override
  public List<ClaimEvent> split(Article article) {
    List<String> lines = article.getBody().lines().filter(line -> !line.isBlank()).toList();
    if (lines.contains("NONE")) {
      return List.of(event(article, 0, 0, null));
    }
    List<ClaimEvent> events = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      events.add(event(article, i, lines.size(), claim(article, i, lines.get(i))));
    }
    return events;
  }

  private static ClaimEvent event(Article article, int index, int count, Claim claim) {
    return ClaimEvent.newBuilder()
        .setArticleId(article.getArticleId())
        .setPublished(article.getPublished())
        .setReceivedAt(article.getReceivedAt())
        .setRevision(article.getRevision())
        .setClaimIndex(index)
        .setClaimCount(count)
        .setEngine(new Engine("lines", "1"))
        .setClaim(claim)
        .build();
  }

  private static Claim claim(Article article, int index, String line) {
    return Claim.newBuilder()
        .setClaimId(
            Ids.claim(article.getArticleId(), article.getRevision().getContentHash(), index))
        .setSentence(new SentenceSpan(index, 0, line.length(), line))
        .setAttribution(Attribution.NARRATED)
        .setPredicate(new Predicate(line, line, 0, 0, line.length(), PredicateKind.VERB))
        .setArguments(List.of())
        .setPolarity(Polarity.AFFIRMED)
        .setModality(Modality.NONE)
        .setFactuality(Factuality.ASSERTED)
        .setHistorical(false)
        .setTokens(List.of())
        .build();
  }
}
