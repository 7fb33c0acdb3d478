package org.tensiometer.coding.acts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tensiometer.contracts.EventType;

/** All act patterns by the lemma of their predicate; those that ask most come first. */
public final class ActLexicon {

  /** Head of the patterns that ask for a construction, not for a word; they come first. */
  private static final String ANY_LEMMA = "*";

  private final Map<String, List<ActPattern>> byLemma;
  private final Map<EventType, Announcement> announcements;
  private final Map<String, Set<String>> sets;

  private ActLexicon(
      Map<String, List<ActPattern>> byLemma,
      Map<EventType, Announcement> announcements,
      Map<String, Set<String>> sets) {
    this.byLemma = byLemma;
    this.announcements = Map.copyOf(announcements);
    this.sets = Map.copyOf(sets);
  }

  /**
   * A lexicon of these patterns.
   *
   * @param patterns patterns with the lemmas they are for, in file order
   * @param announcements what it is to announce an act, by its event type
   * @param sets word sets by name
   */
  public static ActLexicon of(
      Map<ActPattern, List<String>> patterns,
      Map<EventType, Announcement> announcements,
      Map<String, Set<String>> sets) {
    Map<String, List<ActPattern>> index = new HashMap<>();
    patterns.forEach(
        (pattern, lemmas) ->
            lemmas.forEach(
                lemma -> index.computeIfAbsent(lemma, k -> new ArrayList<>()).add(pattern)));
    Comparator<ActPattern> strictest = Comparator.comparingInt(pattern -> -pattern.weight());
    index.values().forEach(list -> list.sort(strictest));
    return new ActLexicon(index, announcements, sets);
  }

  /** The strictest pattern that fits the claim; of an announcement, what it is to announce that. */
  public Optional<ActPattern> match(ClaimTree tree, Condition.PartyTest parties) {
    Optional<ActPattern> general = first(ANY_LEMMA, tree, parties);
    Optional<ActPattern> act =
        general.isPresent() ? general : first(tree.lemma(tree.predicate()), tree, parties);
    return tree.isAnnouncement() ? act.flatMap(this::announced) : act;
  }

  private Optional<ActPattern> announced(ActPattern act) {
    return Optional.ofNullable(announcements.get(act.event()))
        .map(announcement -> announcement.of(act));
  }

  private Optional<ActPattern> first(String lemma, ClaimTree tree, Condition.PartyTest parties) {
    for (ActPattern pattern : byLemma.getOrDefault(lemma, List.of())) {
      if (pattern.matches(tree, parties)) {
        return Optional.of(pattern);
      }
    }
    return Optional.empty();
  }

  /** Whether a word set has a lemma; a set that there is not has none. */
  public boolean isInSet(String name, String lemma) {
    return sets.getOrDefault(name, Set.of()).contains(lemma);
  }

  /** Lemmas that have patterns. */
  public int lemmas() {
    return byLemma.size();
  }

  /** All patterns by id, in no particular order. */
  public Map<String, ActPattern> patterns() {
    Map<String, ActPattern> all = new LinkedHashMap<>();
    byLemma.values().forEach(list -> list.forEach(pattern -> all.put(pattern.id(), pattern)));
    return all;
  }
}
