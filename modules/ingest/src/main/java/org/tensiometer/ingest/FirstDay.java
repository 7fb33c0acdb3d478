package org.tensiometer.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.EventDate;

/** The earliest day that an article brings into the feed. */
final class FirstDay {

  /** An event further back is background, not news, and counts for no day (indicators F12). */
  private static final int NEWS_DAYS = 30;

  private FirstDay() {}

  /**
   * The day of publication (of receipt when unknown), or an earlier day that one of the claims
   * dates itself to.
   */
  static LocalDate of(Article article, List<ClaimEvent> events) {
    Instant published = Objects.requireNonNullElse(article.getPublished(), article.getReceivedAt());
    LocalDate day = published.atOffset(ZoneOffset.UTC).toLocalDate();
    return events.stream()
        .map(ClaimEvent::getClaim)
        .filter(Objects::nonNull)
        .filter(claim -> !claim.getHistorical())
        .map(Claim::getEventDate)
        .filter(Objects::nonNull)
        .flatMap(date -> countable(date, day))
        .min(LocalDate::compareTo)
        .orElse(day);
  }

  private static Stream<LocalDate> countable(EventDate date, LocalDate published) {
    return Stream.of(date.getStart(), date.getEnd())
        .filter(day -> !day.isAfter(published))
        .filter(day -> !day.isBefore(published.minusDays(NEWS_DAYS)));
  }
}
