package org.tensiometer.tension.cluster;

import java.util.List;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.EventType;

/**
 * What the claims of one day tell of one event.
 *
 * @param kind act family and class of all of them
 * @param claims the claims, sorted by id
 * @param texts their different texts
 */
record Report(Kind kind, List<Weighed> claims, List<Text> texts) {

  Report {
    claims = List.copyOf(claims);
    texts = List.copyOf(texts);
  }

  /** A sentence with what it says of who acted on whom; copies of it are one text. */
  record Text(Direction direction, EventType event, ClaimWords words) {

    /** Whether it may tell of the same event, as far as the direction goes. */
    private boolean fits(Text other) {
      return direction == other.direction
          || direction == Direction.BOTH
          || other.direction == Direction.BOTH;
    }

    boolean tellsOfTheSame(Text other, int similarityPercent) {
      return fits(other)
          && words.isSimilarTo(other.words, similarityPercent)
          && (!words.isEmpty() || event == other.event);
    }

    /** The same of two texts with words, where the weight of those in common is known. */
    boolean tellsOfTheSame(Text other, int shared, int similarityPercent) {
      return fits(other) && words.isSimilarTo(other.words, shared, similarityPercent);
    }

    /** Whether it says nothing that the other one does not say too. */
    boolean saysNoMoreThan(Text other) {
      return words.isEmpty() && fits(other) && event == other.event;
    }
  }
}
