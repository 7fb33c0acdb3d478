package org.tensiometer.operations.deadletters;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a selection found.
 *
 * @param cases in their order
 * @param missing ids that were named and are not there, whatever else was selected by
 */
public record Selected(List<RefusedCase> cases, SortedSet<String> missing) {

  /** Of those there are, by id, those that are selected. */
  static Selected of(Selection selection, Collection<String> there, List<RefusedCase> cases) {
    SortedSet<String> missing = new TreeSet<>(selection.ids());
    missing.removeAll(there);
    return new Selected(List.copyOf(cases), missing);
  }
}
