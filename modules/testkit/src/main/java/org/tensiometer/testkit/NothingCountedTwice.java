package org.tensiometer.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensiometer.contracts.Disposition;

/**
 * No claim is committed twice in the same state, and none that nobody produced. Holds for runs in
 * which each claim is produced once.
 *
 * <pre>
 * kept:   produced a, a INDEXED, a RETRACTED      (a correction took it back)
 * kept:   produced a, a INDEXED, a RETRACTED, a INDEXED      (a correction brought it back)
 * broken: produced a, a INDEXED, a INDEXED        (processed again after a crash)
 * broken: a INDEXED
 * </pre>
 *
 * <p>Feed it the committed records of one key in the order of their partition.
 */
public final class NothingCountedTwice implements Guarantee {

  private final Set<String> produced = new HashSet<>();
  private final Map<String, Disposition> last = new HashMap<>();
  private final List<String> repetitions = new ArrayList<>();

  public void onProduced(String claimId) {
    produced.add(claimId);
  }

  public void onDisposed(String claimId, Disposition disposition) {
    if (last.put(claimId, disposition) == disposition) {
      repetitions.add("claim " + claimId + " was committed as " + disposition + " again");
    }
  }

  @Override
  public List<String> breaches() {
    List<String> breaches = new ArrayList<>(repetitions);
    last.keySet().stream()
        .filter(id -> !produced.contains(id))
        .sorted()
        .map(id -> "claim " + id + " has a disposition and nobody produced it")
        .forEach(breaches::add);
    return breaches;
  }
}
