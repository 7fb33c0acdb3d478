package org.tensiometer.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tensiometer.ingest.source.ArticleInput;
import org.tensiometer.ingest.source.ReadResult;

/**
 * Notices two articles of one input that have the same id and other words. A source that corrects
 * itself says when; one that does not may have numbered two articles alike.
 */
final class SharedIds {

  private final Map<String, String> origins = new HashMap<>();

  /**
   * What to tell of an article; empty if its id is its own, or if it says that it is a correction.
   *
   * @param changed whether its words differ from those known under its id
   */
  Optional<ReadResult.Problem> notice(ArticleInput input, boolean changed) {
    if (input.id() == null) {
      return Optional.empty();
    }
    String before = origins.putIfAbsent(input.id(), input.origin());
    if (before == null || !changed || input.updated() != null) {
      return Optional.empty();
    }
    return Optional.of(
        new ReadResult.Problem(
            input.origin(),
            "has the id \""
                + input.id()
                + "\" of "
                + before
                + " and other words; taken for its correction; right would be an id of its own, or"
                + " \"updated\" where it is one"));
  }
}
