package org.tensiometer.ingest;

import java.util.ArrayList;
import java.util.List;
import org.tensiometer.contracts.Revision;

/**
 * The revisions of one article.
 *
 * @param newest its newest revision
 * @param earlier content hashes of the earlier ones, newest first, at most {@link #MAX_EARLIER}
 */
record RevisionHistory(Revision newest, List<String> earlier) {

  static final int MAX_EARLIER = 50;

  RevisionHistory {
    earlier = List.copyOf(earlier);
  }

  static RevisionHistory of(Revision first) {
    return new RevisionHistory(first, List.of());
  }

  /** The history with this revision on top. */
  RevisionHistory then(Revision next) {
    List<String> before = new ArrayList<>();
    before.add(newest.getContentHash());
    before.addAll(earlier);
    before.removeIf(next.getContentHash()::equals);
    return new RevisionHistory(next, before.subList(0, Math.min(MAX_EARLIER, before.size())));
  }
}
