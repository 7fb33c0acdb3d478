package org.tensiometer.topology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tensiometer.contracts.Argument;
import org.tensiometer.contracts.Attribution;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Engine;
import org.tensiometer.contracts.EventDate;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.Granularity;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.Mention;
import org.tensiometer.contracts.Modality;
import org.tensiometer.contracts.Polarity;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.Revision;
import org.tensiometer.contracts.SentenceSpan;

/**
 * Claim events in few words. Countries are written as their codes, so that {@link CodeReader} can
 * code them.
 */
public record TestClaims(
    String articleId, int updatedMinute, String words, int count, Instant published) {

  public static final Instant NOON = Instant.parse("2024-06-21T12:00:00Z");

  /** A revision of an article; its words stand for title and body. */
  public static TestClaims article(String articleId, int updatedMinute, String words, int count) {
    return new TestClaims(articleId, updatedMinute, words, count, NOON);
  }

  public TestClaims published(Instant when) {
    return new TestClaims(articleId, updatedMinute, words, count, when);
  }

  public String contentHash() {
    return Ids.content("", words);
  }

  public String claimId(int index) {
    return Ids.claim(articleId, contentHash(), index);
  }

  /** "KOR strike PRK": who does what to whom. */
  public ClaimEvent claim(int index, String sentence) {
    return claim(index, sentence, null, published);
  }

  public ClaimEvent claim(int index, String sentence, LocalDate day, Instant receivedAt) {
    String[] word = sentence.split(" ");
    Predicate predicate = new Predicate(word[1], word[1], 1, 4, 10, PredicateKind.VERB);
    Claim claim =
        Claim.newBuilder()
            .setClaimId(claimId(index))
            .setSentence(new SentenceSpan(index, 0, sentence.length(), sentence))
            .setAttribution(Attribution.NARRATED)
            .setPredicate(predicate)
            .setArguments(List.of(argument("nsubj", word[0]), argument("obj", word[2])))
            .setPolarity(Polarity.AFFIRMED)
            .setModality(Modality.NONE)
            .setFactuality(Factuality.ASSERTED)
            .setHistorical(false)
            .setEventDate(day == null ? null : new EventDate(day, day, Granularity.DAY, "then", 0))
            .setTokens(List.of())
            .build();
    return event(index, receivedAt).setClaim(claim).build();
  }

  /** The one event of a revision without claims. */
  public ClaimEvent nothing() {
    return event(0, published).setClaimCount(0).build();
  }

  private ClaimEvent.Builder event(int index, Instant receivedAt) {
    return ClaimEvent.newBuilder()
        .setArticleId(articleId)
        .setOutlet("outlet-of-" + articleId)
        .setPublished(published)
        .setReceivedAt(receivedAt)
        .setRevision(new Revision(NOON.plusSeconds(60L * updatedMinute), contentHash()))
        .setClaimIndex(index)
        .setClaimCount(count)
        .setEngine(new Engine("by-hand", "1"));
  }

  private static Argument argument(String role, String text) {
    return new Argument(role, new Mention(text, 0, text.length(), 0, null, null));
  }
}
