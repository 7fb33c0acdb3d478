package org.tensiometer.operations.deadletters;

import java.util.List;

/** Where records stand that do not count until an operator decides about them. */
public interface RefusedSource {

  /** Those selected, with what was decided, as they stand now. */
  List<RefusedRecord> select(Selection selection);

  /**
   * The header, beside the number of the attempt, that a record of this kind is sent again with.
   */
  default String header() {
    return null;
  }
}
