package org.tensiometer.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.tensiometer.coding.PartyFinder.Found;
import org.tensiometer.coding.acts.ActPattern;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.PredicateKind;

/**
 * A pattern applied to a claim.
 *
 * @param pattern what it matched
 * @param source who acted
 * @param target on whom
 * @param confidence confidence of the rule times that of the less sure of the two parties
 * @param isNews whether it tells an act of somebody: a noun of action without any party does not
 */
record CodedAct(
    ActPattern pattern, List<Actor> source, List<Actor> target, double confidence, boolean isNews) {

  /** More parties than this do something together, not to each other. */
  private static final int LARGEST_COMPOUND = 4;

  static CodedAct of(ActPattern pattern, PartyFinder finder) {
    Found source = finder.findActing(pattern.source(), pattern.event());
    Found target = finder.findInside(pattern.target(), codes(source.actors()), pattern.event());
    double quality = Math.min(weight(source), weight(target));
    boolean noun = finder.tree().claim().getPredicate().getKind() == PredicateKind.NOUN;
    boolean news = !noun || source.quality() > 0 || target.quality() > 0;
    double confidence = pattern.confidence() * quality;
    if (!pattern.reciprocal()) {
      return new CodedAct(pattern, source.actors(), target.actors(), confidence, news);
    }
    List<Actor> all = union(source.actors(), target.actors());
    Set<String> codes = codes(all);
    Set<String> from = codes(source.actors());
    Set<String> to = codes(target.actors());
    boolean compound = from.size() > 1 && (to.isEmpty() || to.equals(from));
    if (!compound) {
      return new CodedAct(pattern, source.actors(), target.actors(), confidence, news);
    }
    boolean onAThing = pattern.actsOnObject() && !finder.tree().role("obj").isEmpty();
    if (onAThing || from.size() > LARGEST_COMPOUND) {
      return new CodedAct(pattern, all, List.of(), confidence, news);
    }
    // Of two, one acts on the other; of three or more, each on each.
    List<Actor> first = codes.size() == 2 ? all.subList(0, 1) : all;
    List<Actor> others = codes.size() == 2 ? all.subList(1, 2) : all;
    return new CodedAct(pattern, first, others, pattern.confidence() * weight(source), news);
  }

  /** A party that was not recognised halves the confidence; one that is missing too. */
  private static double weight(Found found) {
    return found.quality() > 0 ? found.quality() : 0.5;
  }

  private static List<Actor> union(List<Actor> one, List<Actor> other) {
    List<Actor> all = new ArrayList<>();
    for (List<Actor> list : List.of(one, other)) {
      for (Actor actor : list) {
        boolean known =
            all.stream().anyMatch(a -> Objects.equals(a.getCountry(), actor.getCountry()));
        if (actor.getCountry() != null && !known) {
          all.add(actor);
        }
      }
    }
    return all;
  }

  private static Set<String> codes(List<Actor> actors) {
    return actors.stream()
        .map(Actor::getCountry)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
