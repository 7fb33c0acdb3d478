package org.tensiometer.operations.deadletters;

import java.util.List;
import org.tensiometer.contracts.DeadLetter;

/** Where records stand that do not count until an operator decides about them. */
public interface RefusedSource {

  /** Those selected, as they stand now, without their bytes. */
  Selected select(Selection selection);

  /**
   * The letters of these cases, in their order, with their bytes.
   *
   * @param cases so few that all their bytes may be in hand
   * @throws org.tensiometer.operations.RefusedOperationException if one is gone since it was
   *     selected
   */
  List<DeadLetter> letters(List<RefusedCase> cases);

  /**
   * The header, beside the number of the attempt, that a record of this kind is sent again with.
   */
  default String header() {
    return null;
  }
}
