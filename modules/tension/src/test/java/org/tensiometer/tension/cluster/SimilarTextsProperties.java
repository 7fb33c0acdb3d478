package org.tensiometer.tension.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.EventType;

class SimilarTextsProperties {

  private static final int VOCABULARY = 12;
  private static final int LARGEST_WORD = 0x7FFF;

  @Provide
  Arbitrary<List<Report.Text>> texts() {
    Arbitrary<Map<Integer, Boolean>> words =
        Arbitraries.maps(Arbitraries.integers().between(0, VOCABULARY), Arbitraries.of(true, false))
            .ofMaxSize(8);
    return Combinators.combine(
            Arbitraries.of(Direction.class),
            Arbitraries.of(EventType.ACCUSE, EventType.REJECT),
            words.map(SimilarTextsProperties::words))
        .as(Report.Text::new)
        .list()
        .ofMaxSize(40);
  }

  // The last word of the vocabulary is the largest there is.
  private static ClaimWords words(Map<Integer, Boolean> names) {
    ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * names.size());
    new TreeMap<>(names)
        .forEach(
            (word, name) -> {
              int number = word == VOCABULARY ? LARGEST_WORD : word;
              bytes.putShort((short) (number << 1 | (name ? 1 : 0)));
            });
    return ClaimWords.of(bytes.flip());
  }

  @Property
  void shouldFindWhatComparingWithEachTextFinds(
      @ForAll("texts") List<Report.Text> texts, @ForAll @IntRange(min = 1, max = 100) int percent) {
    SimilarTexts similar = new SimilarTexts(texts);

    for (Report.Text text : texts) {
      List<Integer> found = new ArrayList<>();
      similar.forEachLike(text, number -> true, percent, found::add);
      List<Integer> expected = new ArrayList<>();
      for (int t = 0; t < texts.size(); t++) {
        if (text.tellsOfTheSame(texts.get(t), percent)) {
          expected.add(t);
        }
      }
      assertThat(found).isEqualTo(expected);
    }
  }

  @Property
  void shouldFindEachSimilarTextOnceOfThoseThatAreLeft(
      @ForAll("texts") List<Report.Text> texts, @ForAll @IntRange(min = 1, max = 100) int percent) {
    TextsLeft left = new TextsLeft(new SimilarTexts(texts));
    Set<Integer> gone = new HashSet<>();

    for (Report.Text text : texts) {
      List<Integer> found = new ArrayList<>();
      left.forEachLike(text, percent, found::add);
      List<Integer> expected = new ArrayList<>();
      for (int t = 0; t < texts.size(); t++) {
        if (!gone.contains(t) && text.tellsOfTheSame(texts.get(t), percent)) {
          expected.add(t);
        }
      }
      found.forEach(left::remove);
      gone.addAll(found);
      assertThat(found).isEqualTo(expected);
    }
    assertThat(left.isEmpty()).isEqualTo(gone.size() == texts.size());
  }

  @Property
  void shouldPutTextsTogetherThatAreLinkedByOthers(
      @ForAll("texts") List<Report.Text> texts, @ForAll @IntRange(min = 1, max = 100) int percent) {
    Partition expected = new Partition(texts.size());
    for (int one = 0; one < texts.size(); one++) {
      for (int other = 0; other < one; other++) {
        if (texts.get(one).tellsOfTheSame(texts.get(other), percent)) {
          expected.link(one, other);
        }
      }
    }

    assertThat(new SimilarTexts(texts).linked(percent).components())
        .containsExactlyElementsOf(expected.components());
  }
}
