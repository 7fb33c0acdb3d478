package org.tensiometer.coding;

import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Direction;

/**
 * A country pair that a coded claim counts for.
 *
 * @param pair the pair
 * @param direction who acted on whom
 */
public record Dyad(CountryPair pair, Direction direction) {

  /** With an arrow from the source to the target, {@code KOR>RUS}, or {@code CHL=PER} for both. */
  public String text() {
    return switch (direction) {
      case A_TO_B -> pair.a() + '>' + pair.b();
      case B_TO_A -> pair.b() + '>' + pair.a();
      case BOTH -> pair.a() + '=' + pair.b();
    };
  }
}
