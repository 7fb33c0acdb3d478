package org.tensiometer.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://News.Example/world/a-1/, https://news.example/world/a-1",
    "https://news.example:443/world/a-1#comments, https://news.example/world/a-1",
    "https://news.example/a?utm_source=x&id=7&fbclid=q, https://news.example/a?id=7",
    "https://news.example/a?b=2&a=1, https://news.example/a?a=1&b=2",
    "https://news.example, https://news.example",
    "https://news.example/x/../a, https://news.example/a",
    "https://news.example:8080/a, https://news.example:8080/a"
  })
  void shouldGiveOneFormForEveryWayToAnArticle(String url, String canonical) {
    assertThat(CanonicalUrl.of(url)).contains(canonical);
  }

  @Test
  void shouldKeepApartWhatDiffersInAMeaningfulParameter() {
    assertThat(CanonicalUrl.of("https://news.example/a?id=1"))
        .isNotEqualTo(CanonicalUrl.of("https://news.example/a?id=2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mailto:desk@news.example", "/world/a", "not an address", "ftp://news.example/a"})
  void shouldBeEmptyForWhatIsNoWebAddress(String url) {
    assertThat(CanonicalUrl.of(url)).isEmpty();
  }
}
