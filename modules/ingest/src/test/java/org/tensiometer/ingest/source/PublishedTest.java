package org.tensiometer.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensiometer.contracts.PublishedPrecision;

class PublishedTest {

  @Test
  void shouldSayThatOnlyTheDayIsKnown() {
    assertThat(Published.parse("2024-06-21"))
        .isEqualTo(new Published(Instant.parse("2024-06-21T00:00:00Z"), PublishedPrecision.DAY));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-06-21T08:30:00Z, 2024-06-21T08:30:00Z",
    "2024-06-21T08:30Z, 2024-06-21T08:30:00Z",
    "2024-06-21T08:30:00+02:00, 2024-06-21T06:30:00Z",
    "2024-06-21T08:30:00.250Z, 2024-06-21T08:30:00.250Z",
    "2024-06-21T08:30:00, 2024-06-21T08:30:00Z",
    "2024-06-21 08:30:00, 2024-06-21T08:30:00Z",
    "2024-06-21 08:30:00+02:00, 2024-06-21T06:30:00Z",
    "2024-06-21T08:30:00+0200, 2024-06-21T06:30:00Z",
    "2024-06-21 08:30:00 UTC, 2024-06-21T08:30:00Z",
    "2024-06-21 08:30:00.123456, 2024-06-21T08:30:00.123456Z",
    "20240621T083000Z, 2024-06-21T08:30:00Z",
    "20240621083000, 2024-06-21T08:30:00Z",
    "'Fri, 21 Jun 2024 08:30:00 +0200', 2024-06-21T06:30:00Z",
    "'Fri, 21 Jun 2024 08:30:00 GMT', 2024-06-21T08:30:00Z",
    "'June 21, 2024 8:30 AM', 2024-06-21T08:30:00Z",
    "Fri Jun 21 08:30:00 +0000 2024, 2024-06-21T08:30:00Z",
    "1718958600, 2024-06-21T08:30:00Z",
    "1718958600000, 2024-06-21T08:30:00Z"
  })
  void shouldTakeInstantsInUtc(String text, String instant) {
    assertThat(Published.parse(text))
        .isEqualTo(new Published(Instant.parse(instant), PublishedPrecision.INSTANT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20240621", "2024/06/21", "21 June 2024", "21 Jun 2024", "June 21, 2024"})
  void shouldKnowTheOtherWaysToNameADay(String text) {
    assertThat(Published.parse(text)).isEqualTo(Published.parse("2024-06-21"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "21/06/2024",
        "06/07/2024",
        "2024-13-01",
        "2024-02-30",
        "",
        "0000-01-01",
        "+12024-01-01T00:00:00Z"
      })
  void shouldRefuseAnythingElseAndSayWhatIsRight(String text) {
    assertThatThrownBy(() -> Published.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining('"' + text + '"')
        .hasMessageContaining("2024-06-21T08:30:00Z");
  }
}
