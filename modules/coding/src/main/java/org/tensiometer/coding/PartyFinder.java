package org.tensiometer.coding;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensiometer.coding.actors.ActorResolver;
import org.tensiometer.coding.actors.Party;
import org.tensiometer.coding.acts.ClaimTree;
import org.tensiometer.coding.acts.Condition;
import org.tensiometer.coding.acts.Filler;
import org.tensiometer.coding.acts.RolePath;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Mention;

/** Finds the parties at the places where a pattern says they stand. */
final class PartyFinder implements Condition.PartyTest {

  /**
   * Parties found.
   *
   * @param actors with their words
   * @param quality how sure the least sure of them is; 0 if none has a code
   * @param way how they were found
   */
  record Found(List<Actor> actors, double quality, Way way) {

    static final Found NOTHING = new Found(List.of(), 0, Way.STATED);

    Found by(Way other, double factor) {
      return new Found(actors, quality * factor, other);
    }
  }

  /** How a party was found. */
  enum Way {
    /** Where the pattern says that it stands. */
    STATED,
    /** By a path that takes what comes. */
    LOOSE,
    /** Inside the phrase where it should stand. */
    INSIDE,
    /** By a prefix that says against whom: anti-. */
    OPPOSED
  }

  private static final double TOWN = 0.8;
  private static final double INSIDE = 0.6;
  private static final double AGENT = 0.8;
  private static final double SECOND = 0.9;

  /**
   * What is done at a place is done to the country the place is in, but no talks are held with it.
   */
  private static final Set<EventType> PHYSICAL =
      EnumSet.of(
          EventType.ASSAULT,
          EventType.COERCE,
          EventType.PROTEST,
          EventType.MOBILIZE,
          EventType.RETREAT,
          EventType.AID);

  /** Acts on what lies in a country, which tells whose it is: "a peacekeeping force in Liberia". */
  private static final Set<EventType> MATERIAL =
      EnumSet.of(
          EventType.AGREE,
          EventType.AID,
          EventType.ASSAULT,
          EventType.COERCE,
          EventType.CONCEDE,
          EventType.MOBILIZE,
          EventType.RETREAT,
          EventType.SANCTION);

  /** Acts of words, of which a town is the topic rather than the addressee. */
  private static final Set<EventType> WORDS =
      EnumSet.of(
          EventType.ACCUSE,
          EventType.AGREE,
          EventType.REJECT,
          EventType.REQUEST,
          EventType.SUPPORT,
          EventType.THREATEN);

  /** Acts that are done where the people or things are to whom they are done. */
  private static final Set<EventType> PLACED =
      EnumSet.of(EventType.ASSAULT, EventType.CONCEDE, EventType.MOBILIZE);

  /** Acts that are meant for somebody, of whom only their aim may tell. */
  private static final Set<EventType> MEANT =
      EnumSet.of(
          EventType.AGREE, EventType.AID, EventType.CONCEDE, EventType.MOBILIZE, EventType.SUPPORT);

  /** Sectors of people and private bodies (CAMEO role codes). */
  private static final Set<String> UNOFFICIAL =
      Set.of("CVL", "BUS", "MED", "REF", "OPP", "PTY", "ELI", "EDU", "LAB", "CRM", "UAF", "REL");

  /** Sectors of people who are at home where they protest. */
  private static final Set<String> PEOPLE = Set.of("CVL", "OPP", "EDU", "LAB", "AGR", "REL", "PTY");

  private final ActorResolver resolver;
  private final ClaimTree tree;
  private final YearMonth month;
  private final Map<Mention, List<Party>> resolved = new HashMap<>();

  PartyFinder(ActorResolver resolver, ClaimTree tree, YearMonth month) {
    this.resolver = resolver;
    this.tree = tree;
    this.month = month;
  }

  ClaimTree tree() {
    return tree;
  }

  @Override
  public boolean isParty(Filler filler) {
    return parties(filler).get(0).code() != null;
  }

  @Override
  public boolean isOfficial(Filler filler) {
    return parties(filler).stream()
        .anyMatch(
            party ->
                party.code() != null
                    && !party.isPlace()
                    && !(party.isDemonym() && tree.isPluralName(filler.head()))
                    && (party.sector() == null || !UNOFFICIAL.contains(party.sector())));
  }

  /**
   * The parties of the first path that leads to a recognised one, other than who acts if there is
   * another ("sent guns to its frontier with Ruritania"); else the first filler without a country.
   * A town does not act, and is no party here.
   *
   * @param not codes of who acts
   */
  Found find(List<RolePath> paths, Set<String> not) {
    Found unknown = Found.NOTHING;
    Found own = Found.NOTHING;
    for (RolePath path : paths) {
      Found found = collect(path.fillers(tree), path.leavesOutSource() ? not : Set.of(), false);
      boolean instead = own.quality() > 0;
      if (found.quality() > 0 && !isOnly(found, not) && !(instead && path.isLoose())) {
        Way way = path.isLoose() ? Way.LOOSE : found.way();
        return found.by(way, instead ? SECOND : 1);
      }
      own = instead ? own : found;
      unknown = unknown.actors().isEmpty() ? found : unknown;
    }
    return own.quality() > 0 ? own : unknown;
  }

  /**
   * As {@link #find}, but where no path leads to a recognised party, the country of the first town
   * that stands there, else the first party named inside what stands there: "a peacekeeping force
   * in Liberia".
   */
  Found findInside(List<RolePath> paths, Set<String> not, EventType event) {
    Found found = find(paths, not);
    if (found.quality() > 0) {
      return MATERIAL.contains(event) && isGuest(found)
          ? withHost(found, paths, not, event)
          : found;
    }
    for (RolePath path : paths) {
      Found town = collect(path.fillers(tree), not, !WORDS.contains(event));
      if (town.quality() > 0) {
        return town.by(Way.INSIDE, TOWN);
      }
      for (Filler filler : path.fillers(tree)) {
        for (Filler inner : tree.inside(filler, MATERIAL.contains(event))) {
          Found within = collect(List.of(inner), not, PHYSICAL.contains(event));
          if (within.quality() > 0) {
            return within.by(Way.INSIDE, INSIDE);
          }
        }
      }
    }
    Found behind = behind(paths, not);
    if (behind.quality() > 0) {
      return behind;
    }
    Found against = opposed(paths, found);
    if (against.quality() > 0) {
      return against;
    }
    Found placed = PLACED.contains(event) && !found.actors().isEmpty() ? host(not) : found;
    return placed.quality() == 0 && MEANT.contains(event) ? aim(not, event, found) : placed;
  }

  /** Who stands behind people or things of no country named. */
  private Found behind(List<RolePath> paths, Set<String> not) {
    for (RolePath path : paths) {
      for (Filler filler : path.fillers(tree)) {
        Found agent = collect(tree.agents(filler), not, false);
        if (agent.quality() > 0) {
          return agent.by(Way.INSIDE, AGENT);
        }
      }
    }
    return Found.NOTHING;
  }

  /** Of people and things of no country named, the one where it is done to them. */
  private Found host(Set<String> not) {
    List<Filler> places = new ArrayList<>(tree.role("in"));
    // "Killed a driver for a bank in Ruritania" tells where as well.
    for (String role : List.of("in", "for")) {
      tree.role(role).forEach(place -> places.addAll(tree.inside(place, true)));
    }
    for (Filler place : places) {
      Found host = collect(List.of(place), not, true);
      if (hasCountry(host, not)) {
        return host.by(Way.INSIDE, INSIDE);
      }
    }
    return Found.NOTHING;
  }

  /** The only party that the aim of the act names where it first names one. */
  private Found aim(Set<String> not, EventType event, Found otherwise) {
    for (List<Filler> level : tree.aims()) {
      Found named = collect(level, not, PHYSICAL.contains(event));
      if (named.quality() > 0) {
        return named.actors().size() == 1 ? named.by(Way.INSIDE, INSIDE) : otherwise;
      }
    }
    return otherwise;
  }

  /**
   * An organisation's force, or a group abroad, with the country it is in: "the peacekeeping
   * mission of the United Nations in Mali", "positions of Islamic State in Syria".
   */
  private Found withHost(Found guest, List<RolePath> paths, Set<String> not, EventType event) {
    List<Filler> places = new ArrayList<>();
    for (RolePath path : paths) {
      path.fillers(tree).forEach(filler -> places.addAll(tree.inside(filler, true)));
    }
    if (event == EventType.ASSAULT) {
      places.addAll(tree.role("in"));
    }
    for (Filler place : places) {
      Found host = collect(List.of(place), not, true);
      if (hasCountry(host, not)) {
        List<Actor> both = new ArrayList<>(guest.actors());
        both.addAll(host.actors());
        double quality = Math.min(guest.quality(), host.quality() * INSIDE);
        return new Found(List.copyOf(both), quality, Way.INSIDE);
      }
    }
    return guest;
  }

  private static boolean isOnly(Found found, Set<String> codes) {
    return found.actors().stream().map(Actor::getCountry).allMatch(codes::contains);
  }

  /** Whether only organisations were found, or an armed group, which may be anywhere. */
  private static boolean isGuest(Found found) {
    boolean group = found.actors().stream().anyMatch(actor -> "REB".equals(actor.getSector()));
    return group || !hasCountry(found, Set.of());
  }

  private static boolean hasCountry(Found found, Set<String> not) {
    return found.actors().stream()
        .map(Actor::getCountry)
        .anyMatch(code -> code != null && CountryCodes.isCountry(code) && !not.contains(code));
  }

  /**
   * As {@link #find} for who acts; of things, who moved them: "missiles fired by the army"; of
   * ordinary people whose country is not said, the one they act in: "thousands marched in Oslo".
   */
  Found findActing(List<RolePath> paths, EventType event) {
    Found found = find(paths, Set.of());
    if (found.quality() == 0) {
      Found behind = behind(paths, Set.of());
      if (behind.quality() > 0) {
        return behind;
      }
    }
    boolean people =
        found.actors().stream()
            .anyMatch(actor -> PEOPLE.contains(String.valueOf(actor.getSector())));
    if (event != EventType.PROTEST || found.quality() > 0 || !people) {
      return found;
    }
    for (String role : List.of("in", "at")) {
      List<Filler> places = new ArrayList<>();
      for (Filler place : tree.role(role)) {
        places.add(place);
        places.addAll(tree.inside(place, true));
      }
      for (Filler place : places) {
        Found host = collect(List.of(place), Set.of(), true);
        if (hasCountry(host, Set.of())) {
          return host.by(Way.INSIDE, INSIDE);
        }
      }
    }
    return found;
  }

  /** Whom the deed or its object is directed against by name: an anti-Ruritanian rally. */
  private Found opposed(List<RolePath> paths, Found otherwise) {
    List<Filler> phrases = new ArrayList<>(tree.role("obj"));
    paths.forEach(path -> phrases.addAll(path.fillers(tree)));
    phrases.add(Filler.of(ActorResolver.mention(tree.claim(), tree.predicate())));
    for (Filler filler : phrases) {
      for (Party party : resolver.opposed(filler.mention().getText(), month)) {
        if (party.code() != null) {
          Actor actor = LexiconClaimCoder.actor(filler.mention(), party);
          return new Found(List.of(actor), party.quality(), Way.OPPOSED);
        }
      }
    }
    return otherwise;
  }

  private Found collect(List<Filler> fillers, Set<String> not, boolean towns) {
    Map<String, Actor> known = new LinkedHashMap<>();
    Actor unknown = null;
    double quality = 1;
    for (Filler filler : fillers) {
      for (Party party : parties(filler)) {
        boolean town = party.isPlace() && !towns;
        Actor actor = LexiconClaimCoder.actor(filler.mention(), town ? Party.UNKNOWN : party);
        if (actor.getCountry() == null) {
          unknown = unknown == null ? actor : unknown;
        } else if (!not.contains(party.code()) && known.putIfAbsent(party.code(), actor) == null) {
          quality = Math.min(quality, party.quality());
        }
      }
    }
    if (!known.isEmpty()) {
      return new Found(List.copyOf(known.values()), quality, Way.STATED);
    }
    return unknown == null ? Found.NOTHING : new Found(List.of(unknown), 0, Way.STATED);
  }

  private List<Party> parties(Filler filler) {
    return resolved.computeIfAbsent(
        filler.mention(), mention -> resolver.resolve(tree.claim(), mention, month));
  }
}
