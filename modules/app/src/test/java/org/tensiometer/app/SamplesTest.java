package org.tensiometer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tensiometer.ingest.source.ArticleInput;
import org.tensiometer.ingest.source.ArticleReader;
import org.tensiometer.ingest.source.Overrides;
import org.tensiometer.ingest.source.ReadResult;

/** The sample articles are a feed as a newcomer would have one: three outlets over ten weeks. */
class SamplesTest {

  private static final String AGENCY = "Meridian Wire";
  private static final int WEEKS = 10;

  private final List<ArticleInput> samples = read();

  @Test
  void shouldHoldAboutSixtyArticlesWithAllTheirFields() {
    assertThat(byId()).hasSizeBetween(55, 70);
    assertThat(samples)
        .allSatisfy(
            sample -> {
              assertThat(sample.id()).isNotBlank();
              assertThat(sample.title()).isNotBlank();
              assertThat(sample.published().time()).isNotNull();
              assertThat(URI.create(sample.url()).getHost()).endsWith(".example");
            });
  }

  @Test
  void shouldTellEveryArticleInFortyToHundredAndTwentyWords() {
    assertThat(samples)
        .allSatisfy(
            sample ->
                assertThat(sample.body().split("\\s+")).as(sample.id()).hasSizeBetween(40, 120));
  }

  @Test
  void shouldComeFromThreeOutlets() {
    assertThat(samples.stream().collect(Collectors.groupingBy(ArticleInput::outlet)))
        .hasSize(3)
        .containsKey(AGENCY)
        .allSatisfy((outlet, articles) -> assertThat(articles).hasSizeGreaterThan(10));
  }

  @Test
  void shouldHaveArticlesInEachOfTenWeeks() {
    Instant last =
        samples.stream().map(s -> s.published().time()).max(Instant::compareTo).orElseThrow();

    Set<Integer> weeksBeforeLast =
        samples.stream()
            .map(sample -> (int) ChronoUnit.DAYS.between(sample.published().time(), last) / 7)
            .collect(Collectors.toSet());

    assertThat(weeksBeforeLast)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, WEEKS).boxed().toList());
  }

  @Test
  void shouldRunInTheOrderInWhichTheOutletsSaidIt() {
    assertThat(samples.stream().map(SamplesTest::said)).isSorted();
  }

  @Test
  void shouldUseAnIdAgainOnlyForACorrection() {
    List<List<ArticleInput>> corrected =
        byId().values().stream().filter(revisions -> revisions.size() > 1).toList();

    assertThat(corrected).isNotEmpty();
    assertThat(corrected)
        .allSatisfy(
            revisions -> {
              assertThat(revisions).hasSize(2);
              ArticleInput first = revisions.get(0);
              ArticleInput correction = revisions.get(1);
              assertThat(first.updated()).isNull();
              assertThat(correction.updated()).isAfter(correction.published().time());
              assertThat(correction.published()).isEqualTo(first.published());
              assertThat(correction.url()).isEqualTo(first.url());
              assertThat(correction.outlet()).isEqualTo(first.outlet());
              assertThat(correction.body()).isNotEqualTo(first.body());
            });
  }

  @Test
  void shouldGiveEveryArticleAnAddressOfItsOwn() {
    Collection<List<ArticleInput>> articles = byId().values();

    assertThat(articles.stream().map(revisions -> revisions.get(0).url())).doesNotHaveDuplicates();
  }

  @Test
  void shouldCopyTheAgencyWordForWordOnlyAfterItSpoke() {
    Map<String, ArticleInput> originals = new LinkedHashMap<>();
    Set<String> copying = new HashSet<>();
    for (ArticleInput sample : samples) {
      ArticleInput original = originals.putIfAbsent(sample.body(), sample);
      if (original != null) {
        assertThat(original.outlet()).as(sample.id()).isEqualTo(AGENCY);
        copying.add(sample.outlet());
      }
    }

    assertThat(copying).hasSize(2).doesNotContain(AGENCY);
  }

  private static Instant said(ArticleInput sample) {
    return Objects.requireNonNullElse(sample.updated(), sample.published().time());
  }

  private Map<String, List<ArticleInput>> byId() {
    return samples.stream()
        .collect(Collectors.groupingBy(ArticleInput::id, LinkedHashMap::new, Collectors.toList()));
  }

  private static List<ArticleInput> read() {
    List<ArticleInput> articles = new ArrayList<>();
    try (InputStream in = Tensiometer.class.getResourceAsStream("samples.jsonl")) {
      new ArticleReader(Overrides.NONE, in)
          .read(
              List.of(ArticleReader.STANDARD_INPUT),
              result -> {
                if (result instanceof ReadResult.Found found) {
                  articles.add(found.article());
                } else {
                  fail(result.toString());
                }
              });
    } catch (IOException e) {
      fail("The samples cannot be read", e);
    }
    return articles;
  }
}
