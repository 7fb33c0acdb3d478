package org.tensiometer.app.backtest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.tensiometer.app.backtest.EventFile.Numbered;
import org.tensiometer.contracts.Argument;
import org.tensiometer.contracts.Attribution;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Engine;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.Mention;
import org.tensiometer.contracts.Modality;
import org.tensiometer.contracts.Polarity;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.Revision;
import org.tensiometer.contracts.SentenceSpan;

/**
 * Events of a data set as the claims the topology reads: each row an article of one claim, whose
 * sentence is the row itself, published on the day of the event.
 */
final class RowClaims {

  private static final Engine ENGINE = new Engine("event-data", "1");
  private static final int NOON = 12;
  private static final int TABS = 3;

  private final String dataSet;

  /**
   * @param dataSet name of the data set; stands in the place of the headline
   */
  RowClaims(String dataSet) {
    this.dataSet = dataSet;
  }

  ClaimEvent of(Numbered numbered) {
    EventRow row = numbered.row();
    String text = row.text();
    String articleId = "line-" + numbered.line();
    String contentHash = Ids.content(dataSet, text);
    Instant time = row.date().atTime(NOON, 0).toInstant(ZoneOffset.UTC);

    int start =
        row.date().toString().length() + row.source().length() + row.target().length() + TABS;
    Claim claim =
        Claim.newBuilder()
            .setClaimId(Ids.claim(articleId, contentHash, 0))
            .setSentence(new SentenceSpan(0, 0, text.codePointCount(0, text.length()), text))
            .setAttribution(Attribution.NARRATED)
            .setPredicate(
                new Predicate(
                    row.event(),
                    row.event(),
                    0,
                    start,
                    start + row.event().codePointCount(0, row.event().length()),
                    PredicateKind.NOUN))
            .setArguments(List.of(party("nsubj", row.source()), party("obj", row.target())))
            .setPolarity(Polarity.AFFIRMED)
            .setModality(Modality.NONE)
            .setFactuality(Factuality.ASSERTED)
            .setHistorical(false)
            .setTokens(List.of())
            .build();
    return ClaimEvent.newBuilder()
        .setArticleId(articleId)
        .setTitle(dataSet)
        .setPublished(time)
        .setReceivedAt(time)
        .setRevision(new Revision(time, contentHash))
        .setClaimIndex(0)
        .setClaimCount(1)
        .setEngine(ENGINE)
        .setClaim(claim)
        .build();
  }

  private static Argument party(String role, String code) {
    return new Argument(role, new Mention(code, 0, code.length(), null, null, null));
  }
}
