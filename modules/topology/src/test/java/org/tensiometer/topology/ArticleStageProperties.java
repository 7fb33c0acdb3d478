package org.tensiometer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.tensiometer.contracts.Disposition;

/** The oracle is closed: what counts follows from the set of events, whatever their order. */
class ArticleStageProperties {

  private static final List<String> DEEDS =
      List.of("KOR strike PRK", "RUS strike UKR", "KOR strike windmills", "KOR stumble PRK");

  /** Claim {@code index} of revision {@code revision} of article {@code article}. */
  record Sent(int article, int revision, int index) {

    // The last revision has the words of the first again.
    TestClaims claims() {
      return TestClaims.article("u" + article, revision, "words " + revision % 3, DEEDS.size());
    }

    String deed() {
      return DEEDS.get(index);
    }

    boolean stumbles() {
      return deed().contains("stumble");
    }
  }

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
  void shouldGiveEveryClaimOneDispositionWhateverIsRepeatedOrOutOfOrder(
      @ForAll("logs") List<Sent> log) {
    try (TopologyBench bench = new TopologyBench()) {
      log.forEach(sent -> bench.pipe(sent.claims().claim(sent.index(), sent.deed())));
      Map<String, Disposition> expected = expectedDispositions(log);
      assertThat(bench.dispositions()).isEqualTo(expected);
      assertThat(bench.contributions().values().stream().flatMap(List::stream))
          .containsExactlyInAnyOrderElementsOf(idsOf(expected, Disposition.INDEXED));
      assertThat(bench.deadLetters().stream().map(r -> r.value().getClaimId()).distinct())
          .noneMatch(expected::containsKey)
          .containsExactlyInAnyOrderElementsOf(
              log.stream()
                  .filter(Sent::stumbles)
                  .map(sent -> sent.claims().claimId(sent.index()))
                  .distinct()
                  .toList());
    }
  }

  @Provide
  Arbitrary<List<Sent>> logs() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, DEEDS.size() - 1))
        .as(Sent::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static Map<String, Disposition> expectedDispositions(List<Sent> log) {
    Map<Integer, Integer> newest = newest(log);
    Map<String, Disposition> expected = new TreeMap<>();
    for (Sent sent : log) {
      if (sent.stumbles()) {
        continue;
      }
      boolean counts = sent.revision() == newest.get(sent.article());
      Disposition own =
          sent.deed().contains("windmills") ? Disposition.NOT_INDEXED : Disposition.INDEXED;
      expected.merge(
          sent.claims().claimId(sent.index()),
          counts ? own : Disposition.RETRACTED,
          (one, other) -> one == Disposition.RETRACTED ? other : one);
    }
    return expected;
  }

  private static Map<Integer, Integer> newest(List<Sent> log) {
    return log.stream()
        .collect(Collectors.toMap(Sent::article, Sent::revision, Math::max, TreeMap::new));
  }

  private static List<String> idsOf(Map<String, Disposition> all, Disposition wanted) {
    return all.entrySet().stream()
        .filter(entry -> entry.getValue() == wanted)
        .map(Map.Entry::getKey)
        .toList();
  }
}
