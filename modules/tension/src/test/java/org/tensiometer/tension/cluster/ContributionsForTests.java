package org.tensiometer.tension.cluster;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.tension.config.TensionConfig;

/** Contributions of one pair and day. */
final class ContributionsForTests {

  static final LocalDate DAY = LocalDate.of(2024, 6, 21);

  private static final List<String> SENTENCES =
      List.of(
          "",
          "shells fell on the harbour of Odesa",
          "shells struck the harbour",
          "drones struck a refinery",
          "a refinery burned in Ryazan",
          "troops crossed the river");

  private ContributionsForTests() {}

  /** An attack of the first party, in words of its own. */
  static PairContribution.Builder attack(String id, String outlet) {
    return PairContribution.newBuilder()
        .setClaimId(id)
        .setDay(DAY)
        .setDirection(Direction.A_TO_B)
        .setEvent(EventType.ASSAULT)
        .setQuad(QuadClass.MATERIAL_CONFLICT)
        .setIntensityMicros(-900_000)
        .setFactuality(Factuality.ASSERTED)
        .setHistorical(false)
        .setOutlet(outlet)
        .setReceivedAt(Instant.parse("2024-06-21T12:00:00Z"))
        .setTextFingerprint(id.hashCode())
        .setLexicon("lexicon-1")
        .setCoder("coder-1");
  }

  /** The bytes that stand for a sentence without parties. */
  static ByteBuffer words(String sentence) {
    return ClaimWords.of(
            SentenceWords.of(sentence), List.of(), TensionConfig.defaults().commonWords())
        .bytes();
  }

  /** Lists of contributions with different ids. */
  static Arbitrary<List<PairContribution>> lists() {
    return contribution().list().ofMaxSize(25).uniqueElements(PairContribution::getClaimId);
  }

  private static Arbitrary<PairContribution> contribution() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 999),
            Arbitraries.of("Reuters", "AFP", "WSJ", "The Times", "TASS", "Gazette", null),
            Arbitraries.of(Direction.class),
            Arbitraries.of(EventType.class),
            Arbitraries.of(QuadClass.class),
            Arbitraries.longs().between(-1_000_000, 1_000_000),
            Arbitraries.of(Factuality.class),
            Arbitraries.integers().between(0, 10))
        .as(
            (id, outlet, direction, event, quad, intensity, factuality, words) ->
                attack("c" + id, outlet)
                    .setDirection(direction)
                    .setEvent(event)
                    .setQuad(quad)
                    .setIntensityMicros(intensity)
                    .setFactuality(factuality)
                    .setHistorical(words == 10)
                    .setTextFingerprint(words)
                    .setWords(words(SENTENCES.get(words % SENTENCES.size())))
                    .setReceivedAt(Instant.ofEpochSecond(id % 7))
                    .build());
  }
}
