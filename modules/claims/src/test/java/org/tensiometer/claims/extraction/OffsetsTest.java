package org.tensiometer.claims.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.Mention;
import org.tensiometer.contracts.Token;

/** What holds for any text, shown with an engine that needs no model. */
class OffsetsTest {

  private final ClaimSplitter splitter = new DependencyClaimSplitter(new WhitespaceEngine());

  @Property(tries = 300)
  void everyOffsetCutsOutTheWordsItNames(@ForAll("bodies") String body) {
    assertOffsets(body, splitter);
  }

  @Property(tries = 4000)
  void everyTreeGivesClaimsWithRightOffsets(@ForAll("bodies") String body, @ForAll long seed) {
    assertOffsets(body, new DependencyClaimSplitter(new AnyTreeEngine(seed)));
  }

  @Property(tries = 100)
  void theSameArticleGivesTheSameBytes(@ForAll("bodies") String body) throws Exception {
    List<ByteBuffer> first = bytes(splitter.split(Articles.of(body, null)));
    List<ByteBuffer> again =
        bytes(new DependencyClaimSplitter(new WhitespaceEngine()).split(Articles.of(body, null)));
    assertThat(again).isEqualTo(first);
  }

  @Property(tries = 100)
  void claimsAreNumberedInTextOrder(@ForAll("bodies") String body) {
    List<ClaimEvent> events = splitter.split(Articles.of(body, null));
    int last = -1;
    for (int i = 0; i < events.size(); i++) {
      ClaimEvent event = events.get(i);
      assertThat(event.getClaimIndex()).isEqualTo(i);
      if (event.getClaim() == null) {
        assertThat(event.getClaimCount()).isZero();
        continue;
      }
      assertThat(event.getClaimCount()).isEqualTo(events.size());
      assertThat(event.getClaim().getClaimId())
          .isEqualTo(Ids.claim(event.getArticleId(), event.getRevision().getContentHash(), i));
      assertThat(event.getClaim().getPredicate().getStart()).isGreaterThan(last);
      last = event.getClaim().getPredicate().getStart();
    }
  }

  @Test
  void shouldSayThatAnEmptyBodyHasNoClaims() {
    List<ClaimEvent> events = splitter.split(Articles.of("", null));
    assertThat(events).hasSize(1);
    assertThat(events.get(0).getClaim()).isNull();
    assertThat(events.get(0).getClaimCount()).isZero();
    assertThat(events.get(0).getOutlet()).isNull();
  }

  @Test
  void shouldBoundTheSizeOfClaimsFromOneEndlessLine() {
    String body = "Aland met Borduria on Friday “and 🚀 ".repeat(400_000 / 36);
    List<ClaimEvent> events = splitter.split(Articles.of(body, "2021-03-05T12:00:00Z"));
    assertThat(events).hasSizeGreaterThan(10_000);
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(event.getClaim().getTokens())
                    .hasSizeLessThanOrEqualTo(LongSentences.LONGEST));
  }

  @Test
  void shouldReadAWordOfTwoMillionLetters() {
    String body = "x".repeat(2_000_000);
    assertThat(splitter.split(Articles.of(body, null))).hasSize(1);
  }

  static void assertOffsets(String body, ClaimSplitter splitter) {
    int[] points = body.codePoints().toArray();
    for (ClaimEvent event : splitter.split(Articles.of(body, "2021-03-05T12:00:00Z"))) {
      Claim claim = event.getClaim();
      if (claim == null) {
        continue;
      }
      assertThat(cut(points, claim.getSentence().getStart(), claim.getSentence().getEnd()))
          .isEqualTo(claim.getSentence().getText());
      assertThat(cut(points, claim.getPredicate().getStart(), claim.getPredicate().getEnd()))
          .isEqualTo(claim.getPredicate().getText());
      for (Token token : claim.getTokens()) {
        assertThat(cut(points, token.getStart(), token.getEnd())).isEqualTo(token.getForm());
      }
      for (Mention mention : mentions(claim)) {
        assertThat(cut(points, mention.getStart(), mention.getEnd())).isEqualTo(mention.getText());
        if (mention.getAntecedent() != null) {
          int start = mention.getAntecedentStart();
          int length = mention.getAntecedent().codePointCount(0, mention.getAntecedent().length());
          assertThat(cut(points, start, start + length)).isEqualTo(mention.getAntecedent());
        }
      }
      if (claim.getEventDate() != null) {
        String words = claim.getEventDate().getText();
        int start = claim.getEventDate().getTextStart();
        assertThat(cut(points, start, start + words.codePointCount(0, words.length())))
            .isEqualTo(words);
      }
    }
  }

  @Provide
  Arbitrary<String> bodies() {
    Arbitrary<String> words =
        Arbitraries.of(
            "Friday",
            "he",
            "said",
            "“we",
            "will”",
            "\"",
            "‘no’",
            "🚀",
            "👩‍👩‍👧",
            "Łódź",
            "its",
            "warned",
            "in",
            "1950",
            "\n",
            "\n\n",
            "\uD83D",
            "called",
            "that",
            "”",
            "June",
            "19",
            "who",
            "saying",
            "not",
            "Roe,",
            "according",
            "than",
            "rather",
            "should",
            "had",
            "were",
            "going",
            "each",
            "other",
            "one",
            "another",
            ":",
            ",",
            "nor",
            "neither",
            "if",
            "unless",
            "only",
            "without",
            "by",
            "into",
            "between",
            "of",
            "being",
            "'",
            "'s",
            "U.S.",
            "Ms.",
            "time",
            "since",
            "third",
            "?");
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(6);
    return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, words), net.jqwik.api.Tuple.of(1, any))
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join(" ", parts));
  }

  private static List<Mention> mentions(Claim claim) {
    List<Mention> mentions = new ArrayList<>();
    claim.getArguments().forEach(argument -> mentions.add(argument.getMention()));
    if (claim.getSpeaker() != null) {
      mentions.add(claim.getSpeaker().getMention());
      if (claim.getSpeaker().getCarrier() != null) {
        mentions.add(claim.getSpeaker().getCarrier());
      }
    }
    if (claim.getPlace() != null) {
      mentions.add(claim.getPlace());
    }
    return mentions;
  }

  private static String cut(int[] points, int start, int end) {
    return new String(points, start, end - start);
  }

  private static List<ByteBuffer> bytes(List<ClaimEvent> events) throws Exception {
    List<ByteBuffer> bytes = new ArrayList<>();
    for (ClaimEvent event : events) {
      bytes.add(event.toByteBuffer());
    }
    return bytes;
  }
}
