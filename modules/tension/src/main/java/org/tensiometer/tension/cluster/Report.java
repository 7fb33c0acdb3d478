package org.tensiometer.tension.cluster;

import java.util.List;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.QuadClass;

/**
 * What the claims of one day tell of one event.
 *
 * @param family act family of all of them
 * @param quad class that all of them count in
 * @param claims the claims, sorted by id
 * @param texts their different texts
 */
record Report(String family, QuadClass quad, List<Weighed> claims, List<Text> texts) {

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

    /** Whether it says nothing that the other one does not say too. */
    boolean saysNoMoreThan(Text other) {
      return words.isEmpty() && fits(other) && event == other.event;
    }
  }

  /** Whether a report of a neighbouring day tells of the same event. */
  boolean tellsOfTheSame(Report other, int similarityPercent) {
    if (quad != other.quad || !family.equals(other.family)) {
      return false;
    }
    for (Text text : texts) {
      for (Text its : other.texts) {
        if (text.tellsOfTheSame(its, similarityPercent)) {
          return true;
        }
      }
    }
    return false;
  }
}
