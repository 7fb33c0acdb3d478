package org.tensiometer.app.command;

import java.time.Instant;
import java.util.List;
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
import org.tensiometer.contracts.Token;

/** The claim of an article that says one thing, as an analysis would make it. */
final class OneClaim {

  private static final Instant NOON = Instant.parse("2024-05-21T12:00:00Z");
  private static final String SENTENCE = "Norway condemned Kenya.";

  private OneClaim() {}

  static ClaimEvent of(String articleId) {
    String content = Ids.content("", SENTENCE);
    Claim claim =
        Claim.newBuilder()
            .setClaimId(Ids.claim(articleId, content, 0))
            .setSentence(new SentenceSpan(0, 0, SENTENCE.length(), SENTENCE))
            .setAttribution(Attribution.NARRATED)
            .setPredicate(new Predicate("condemn", "condemned", 1, 7, 16, PredicateKind.VERB))
            .setArguments(
                List.of(argument("nsubj", "Norway", 0, 0), argument("obj", "Kenya", 17, 2)))
            .setPolarity(Polarity.AFFIRMED)
            .setModality(Modality.NONE)
            .setFactuality(Factuality.ASSERTED)
            .setHistorical(false)
            .setTokens(
                List.of(
                    token("Norway", "norway", 0, "PROPN", "NNP", "U-GPE", 1, "nsubj"),
                    token("condemned", "condemn", 7, "VERB", "VBD", null, -1, "root"),
                    token("Kenya", "kenya", 17, "PROPN", "NNP", "U-GPE", 1, "obj"),
                    token(".", ".", 22, "PUNCT", ".", null, 1, "punct")))
            .build();
    return ClaimEvent.newBuilder()
        .setArticleId(articleId)
        .setOutlet("The Courier")
        .setPublished(NOON)
        .setReceivedAt(NOON)
        .setRevision(new Revision(NOON, content))
        .setClaimIndex(0)
        .setClaimCount(1)
        .setEngine(new Engine("by-hand", "1"))
        .setClaim(claim)
        .build();
  }

  private static Argument argument(String role, String text, int start, int token) {
    return new Argument(role, new Mention(text, start, start + text.length(), token, null, null));
  }

  private static Token token(
      String form,
      String lemma,
      int start,
      String upos,
      String xpos,
      String entity,
      int head,
      String relation) {
    return new Token(
        start, start + form.length(), form, lemma, upos, xpos, entity, head, relation, null, null);
  }
}
