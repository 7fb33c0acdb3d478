package org.tensiometer.view.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.SentenceSpan;
import org.tensiometer.view.Records;

class ClaimNodeTest {

  @Test
  void shouldCutASentenceWhereItsPartiesAndItsActStand() {
    assertThat(parts(Records.claim("c1", "2024-06-21").build()))
        .containsExactly(
            "source=Japan", " ", "predicate=accused", " ", "target=China", " on Friday");
  }

  @Test
  void shouldCountCodePointsSoThatWhatStandsBehindAnEmojiIsMarkedRight() {
    CodedClaim claim =
        Records.claim("c1", "2024-06-21")
            .setSentence(new SentenceSpan(0, 10, 22, "\uD83D\uDD25 Japan hit"))
            .setSource(List.of(new Actor("Japan", 12, 17, "JPN", null, "x")))
            .setTarget(List.of())
            .setPredicate(new Predicate("hit", "hit", 2, 18, 21, PredicateKind.VERB))
            .build();
    assertThat(parts(claim)).containsExactly("\uD83D\uDD25 ", "source=Japan", " ", "predicate=hit");
  }

  @Test
  void shouldMarkNothingForAPartyThatStandsInAnotherSentence() {
    CodedClaim claim =
        Records.claim("c1", "2024-06-21")
            .setTarget(List.of(new Actor("China", 10, 15, "CHN", null, "x")))
            .build();
    assertThat(parts(claim)).noneMatch(part -> part.startsWith("target="));
  }

  @Property(tries = 200)
  void shouldGiveTheSentenceBackWhateverTheOffsetsSay(
      @ForAll String text, @ForAll @IntRange(min = -5, max = 40) int start, @ForAll int end) {
    CodedClaim claim =
        Records.claim("c1", "2024-06-21")
            .setSentence(new SentenceSpan(0, 3, 3, text))
            .setSource(List.of(new Actor("x", start, end, "JPN", null, "x")))
            .build();
    assertThat(Words.of(claim).stream().map(Words.Part::text).collect(Collectors.joining()))
        .isEqualTo(
            new String(text.codePoints().toArray(), 0, text.codePointCount(0, text.length())));
  }

  @Test
  void shouldLinkOnlyWhatABrowserMayFollow() {
    assertThat(ClaimNode.linkable("https://paper.example/a?b=c"))
        .isEqualTo("https://paper.example/a?b=c");
    assertThat(ClaimNode.linkable("javascript:alert(1)")).isNull();
    assertThat(ClaimNode.linkable("data:text/html,x")).isNull();
    assertThat(ClaimNode.linkable("https:no-host")).isNull();
    assertThat(ClaimNode.linkable("https://paper.example/\"onclick=")).isNull();
    assertThat(ClaimNode.linkable(null)).isNull();
  }

  private static List<String> parts(CodedClaim claim) {
    return Words.of(claim).stream()
        .map(
            part ->
                part.role() == null
                    ? part.text()
                    : part.role().name().toLowerCase(java.util.Locale.ROOT) + '=' + part.text())
        .toList();
  }
}
