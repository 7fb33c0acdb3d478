package org.tensiometer.testkit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every claim that was produced ends somewhere.
 *
 * <pre>
 * kept:   produced a, produced b, disposed b, disposed a
 * broken: produced a, produced b, disposed b
 * </pre>
 *
 * <p>Feed it the claims of committed transactions, and the claim ids of coded claims and of dead
 * letters as committed.
 */
public final class NothingLost implements Guarantee {

  private final Set<String> produced = new TreeSet<>();
  private final Set<String> disposed = new HashSet<>();

  public void onProduced(String claimId) {
    produced.add(claimId);
  }

  public void onDisposed(String claimId) {
    disposed.add(claimId);
  }

  /** How many claims still wait for their disposition; a measure of progress. */
  public int open() {
    return (int) produced.stream().filter(id -> !disposed.contains(id)).count();
  }

  @Override
  public List<String> breaches() {
    return produced.stream()
        .filter(id -> !disposed.contains(id))
        .map(id -> "claim " + id + " was produced and has no disposition")
        .toList();
  }
}
