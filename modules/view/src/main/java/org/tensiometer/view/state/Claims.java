package org.tensiometer.view.state;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Disposition;

/**
 * The claims that count, by pair and day. Holds a bounded number: the oldest days give way first,
 * and it says from which day on it is complete. For any thread.
 */
public final class Claims {

  private static final Comparator<CodedClaim> STRONGEST =
      Comparator.<CodedClaim>comparingLong(
              claim -> -Math.abs(claim.getCoding().getIntensityMicros()))
          .thenComparing(CodedClaim::getClaimId);

  private final int most;
  private final Map<String, CodedClaim> byId = new HashMap<>();
  private final NavigableMap<LocalDate, NavigableSet<String>> byDay = new TreeMap<>();
  private final Map<String, NavigableMap<LocalDate, NavigableSet<String>>> byPair = new HashMap<>();
  private LocalDate completeFrom;

  /**
   * @param most number of claims held
   */
  public Claims(int most) {
    this.most = most;
  }

  /**
   * A record of the coded claims.
   *
   * @param claim null when it was erased
   */
  public synchronized void put(String id, CodedClaim claim) {
    remove(id);
    if (claim == null
        || claim.getDisposition() != Disposition.INDEXED
        || claim.getCoding() == null
        || completeFrom != null && claim.getDay().isBefore(completeFrom)) {
      return;
    }
    byId.put(id, claim);
    byDay.computeIfAbsent(claim.getDay(), day -> new TreeSet<>()).add(id);
    for (CountryPair pair : Parties.pairs(claim)) {
      byPair
          .computeIfAbsent(pair.toString(), code -> new TreeMap<>())
          .computeIfAbsent(claim.getDay(), day -> new TreeSet<>())
          .add(id);
    }
    while (byId.size() > most && byDay.size() > 1) {
      completeFrom = byDay.firstKey().plusDays(1);
      List.copyOf(byDay.firstEntry().getValue()).forEach(this::remove);
    }
  }

  /** Forgets all, before another generation is read. */
  public synchronized void clear() {
    byId.clear();
    byDay.clear();
    byPair.clear();
    completeFrom = null;
  }

  /** The claims of a pair on a day, the strongest act first. */
  public synchronized List<CodedClaim> of(CountryPair pair, LocalDate day) {
    return byPair
        .getOrDefault(pair.toString(), new TreeMap<>())
        .getOrDefault(day, new TreeSet<>())
        .stream()
        .map(byId::get)
        .sorted(STRONGEST)
        .toList();
  }

  /** Number of claims of a pair by day, without the days that have none. */
  public synchronized NavigableMap<LocalDate, Integer> countsOf(CountryPair pair) {
    NavigableMap<LocalDate, Integer> counts = new TreeMap<>();
    byPair
        .getOrDefault(pair.toString(), new TreeMap<>())
        .forEach((day, ids) -> counts.put(day, ids.size()));
    return counts;
  }

  /** First day of which all claims are held; empty when that is so of all. */
  public synchronized Optional<LocalDate> completeFrom() {
    return Optional.ofNullable(completeFrom);
  }

  private void remove(String id) {
    CodedClaim claim = byId.remove(id);
    if (claim == null) {
      return;
    }
    removeFrom(byDay, claim.getDay(), id);
    for (CountryPair pair : Parties.pairs(claim)) {
      NavigableMap<LocalDate, NavigableSet<String>> days = byPair.get(pair.toString());
      removeFrom(days, claim.getDay(), id);
      if (days.isEmpty()) {
        byPair.remove(pair.toString());
      }
    }
  }

  private static void removeFrom(
      NavigableMap<LocalDate, NavigableSet<String>> days, LocalDate day, String id) {
    NavigableSet<String> ids = days.get(day);
    ids.remove(id);
    if (ids.isEmpty()) {
      days.remove(day);
    }
  }
}
