package org.tensiometer.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.Revision;

/**
 * Many claim events from the claims of one article: each copy is an article of its own, published
 * on one of 60 days.
 */
final class ClaimFeed {

  private static final int DAYS = 60;
  private static final int OUTLETS = 40;

  private final List<ClaimEvent> templates;

  ClaimFeed(List<ClaimEvent> events) {
    templates = events.stream().filter(event -> event.getClaim() != null).toList();
    if (templates.isEmpty()) {
      throw new IllegalArgumentException("The text holds no claim to measure with");
    }
  }

  /** At least {@code claims} events, whole articles, oldest first. */
  Stream<ClaimEvent> events(int claims) {
    int articles = (claims + templates.size() - 1) / templates.size();
    return IntStream.range(0, articles).boxed().flatMap(i -> article(i, articles).stream());
  }

  private List<ClaimEvent> article(int number, int articles) {
    Instant first = templates.get(0).getReceivedAt();
    Instant published = first.plus(Duration.ofDays((long) number * DAYS / articles));
    return copy(templates, "benchmark-" + number, "Outlet " + number % OUTLETS, published);
  }

  /**
   * The claims of one article as those of another.
   *
   * @param templates all claims of an article
   * @param published when the copy was published and received
   */
  static List<ClaimEvent> copy(
      List<ClaimEvent> templates, String articleId, String outlet, Instant published) {
    Duration shift = Duration.between(templates.get(0).getReceivedAt(), published);
    Revision revision = new Revision(published, Ids.content(articleId, "benchmark"));
    List<ClaimEvent> events = new ArrayList<>(templates.size());
    for (int i = 0; i < templates.size(); i++) {
      ClaimEvent template = templates.get(i);
      events.add(
          ClaimEvent.newBuilder(template)
              .setArticleId(articleId)
              .setOutlet(outlet)
              .setPublished(published)
              .setReceivedAt(published)
              .setRevision(revision)
              .setClaimIndex(i)
              .setClaimCount(templates.size())
              .setClaim(shifted(template.getClaim(), articleId, revision, i, shift))
              .build());
    }
    return events;
  }

  private static Claim shifted(
      Claim claim, String articleId, Revision revision, int index, Duration shift) {
    Claim.Builder copy =
        Claim.newBuilder(claim).setClaimId(Ids.claim(articleId, revision.getContentHash(), index));
    if (claim.getEventDate() != null) {
      var date = claim.getEventDate();
      copy.setEventDate(
          org.tensiometer.contracts.EventDate.newBuilder(date)
              .setStart(date.getStart().plusDays(shift.toDays()))
              .setEnd(date.getEnd().plusDays(shift.toDays()))
              .build());
    }
    return copy.build();
  }
}
