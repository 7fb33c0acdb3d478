package org.tensiometer.coding.actors;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tensiometer.coding.actors.ActorDictionary.Match;

/**
 * Resolves the words of a noun phrase to parties. The head decides: its own name first, then its
 * modifiers and possessor ("South Korea's foreign ministry"), then of-phrases ("the ambassador of
 * Ruritania"), then appositions. What is not recognised stays unknown.
 */
public final class PhraseResolver {

  private static final double OWN = 1.0;
  private static final double CAPITAL = 0.95;
  private static final double TOWN = 0.9;
  private static final double MODIFIER = 0.95;
  private static final double OF_PHRASE = 0.9;
  private static final double PLACE = 0.75;
  private static final double OPPOSED = 0.9;
  private static final Set<Kind> COUNTRY_WORDS = Set.of(Kind.NAME, Kind.DEMONYM);

  private static final Set<Kind> TOWNS = Set.of(Kind.CAPITAL, Kind.PLACE);

  private final ActorDictionary dictionary;
  private final PhraseWords classes;

  public PhraseResolver(ActorDictionary dictionary, PhraseWords classes) {
    this.dictionary = dictionary;
    this.classes = classes;
  }

  /**
   * The parties of a phrase in text order, compound ones as several; a single unknown party if
   * nothing was recognised.
   *
   * @param text a noun phrase as published
   * @param month when it was said, which decides who held office; null if unknown
   */
  public List<Party> resolve(String text, YearMonth month) {
    List<Word> words = Word.split(text);
    List<Match> matches = dictionary.find(words);
    List<Segment> segments = segments(words, matches);
    Map<String, Party> parties = new LinkedHashMap<>();
    Party sectorOnly = Party.UNKNOWN;
    int i = 0;
    while (i < segments.size()) {
      int next = i + 1;
      while (next < segments.size() && !opensMember(segments, next)) {
        next++;
      }
      List<Segment> member = segments.subList(i, next);
      if (i > 0 && parties.isEmpty() && isNested(segments.subList(0, i))) {
        break;
      }
      for (Party party : member(words, member, month)) {
        if (party.hasCode()) {
          parties.putIfAbsent(party.code(), party);
        } else if (party.sector() != null) {
          sectorOnly = party;
        }
      }
      i = next;
    }
    return parties.isEmpty() ? List.of(sectorOnly) : List.copyOf(parties.values());
  }

  /** The parties that a phrase is directed against by a prefix: anti-Ruritanian posters. */
  List<Party> opposed(String text, YearMonth month) {
    List<Word> words = Word.split(text);
    List<Party> parties = new ArrayList<>();
    for (Match match : dictionary.find(words)) {
      boolean glued = words.get(match.start()).glued() && match.start() > 0;
      if (glued && words.get(match.start() - 1).key().equals("anti")) {
        party(match, new Sector(null), OPPOSED, month)
            .forEach(party -> parties.add(party.through("anti", OPPOSED)));
      }
    }
    return parties;
  }

  /**
   * Whether a fuller name is that of somebody else than the person a surname was taken for: its
   * given name begins as none of the person's names does.
   *
   * @param person the person recognised by the surname
   */
  boolean isNamesake(String fuller, Party person) {
    List<Word> words = Word.split(fuller);
    List<Word> known = names(person);
    for (int i = 1; i < words.size(); i++) {
      if (isSurname(words.get(i), known)) {
        boolean initial = words.get(i - 1).key().length() == 1 && i > 1;
        Word given = words.get(initial ? i - 2 : i - 1);
        boolean isName =
            given.isCapitalised() && !given.possessive() && !classes.is("title", given);
        return isName && known.stream().noneMatch(part -> sameInitial(part, given));
      }
    }
    return false;
  }

  /** Whether a party was recognised as a person whose surname is in a text. */
  boolean hasSurname(String text, Party party) {
    boolean person = party.hasCode() && party.via().startsWith("person:");
    return person && Word.split(text).stream().anyMatch(word -> isSurname(word, names(party)));
  }

  private static boolean isSurname(Word word, List<Word> names) {
    return word.key().equals(names.get(names.size() - 1).key());
  }

  /** The words of the name that a person was recognised by. */
  private static List<Word> names(Party person) {
    return Word.split(person.via().substring(person.via().indexOf(':') + 1));
  }

  private static boolean sameInitial(Word one, Word other) {
    return one.key().charAt(0) == other.key().charAt(0);
  }

  /** Whether a noun tells what one party is to another: ally, neighbour, member. */
  boolean isRelation(String noun) {
    return Word.split(noun).stream().anyMatch(word -> classes.is("relational", word));
  }

  /** Whether a text names one of these countries or something of it. */
  public boolean mentions(String text, Set<String> codes) {
    return dictionary.find(Word.split(text)).stream()
        .anyMatch(match -> codes.contains(String.valueOf(match.entries().get(0).code())));
  }

  /**
   * Part of a phrase between prepositions, commas and conjunctions.
   *
   * @param opener the word before it; empty at the beginning
   */
  private record Segment(String opener, int start, int end, List<Match> matches) {

    /** Whether it is nothing but the name of a country. */
    boolean isBareName() {
      boolean single = matches.size() == 1 && COUNTRY_WORDS.contains(matches.get(0).kind());
      return single && matches.get(0).end() == end;
    }
  }

  /**
   * Whether what stands before an "and" goes deeper than its head: in "the wishes of friends and
   * Chile" Chile is no member of its own.
   */
  private static boolean isNested(List<Segment> before) {
    return before.size() > 1 && !before.get(before.size() - 1).opener().equals(",");
  }

  /** After "and", or in an enumeration of bare names. */
  private static boolean opensMember(List<Segment> segments, int i) {
    Segment segment = segments.get(i);
    boolean listed = segment.opener().equals(",") && segment.isBareName();
    return segment.opener().equals("and") || listed && segments.get(i - 1).isBareName();
  }

  private List<Segment> segments(List<Word> words, List<Match> matches) {
    boolean[] inside = new boolean[words.size()];
    for (Match match : matches) {
      for (int k = match.start(); k < match.end(); k++) {
        inside[k] = true;
      }
    }
    List<Segment> segments = new ArrayList<>();
    String opener = "";
    int start = 0;
    for (int i = 0; i <= words.size(); i++) {
      boolean end = i == words.size() || !inside[i] && classes.is("relative", words.get(i));
      String opens = end ? "" : inside[i] ? null : opens(words, i);
      if (opens == null) {
        continue;
      }
      if (i > start) {
        segments.add(segment(opener, start, i, matches));
      }
      if (end) {
        break;
      }
      boolean listed = opens.equals("and") && opener.equals(",") && i == start;
      opener = listed ? "and" : opens;
      start = i + 1;
    }
    return segments;
  }

  private static Segment segment(String opener, int start, int end, List<Match> matches) {
    List<Match> own = matches.stream().filter(m -> m.start() >= start && m.end() <= end).toList();
    return new Segment(opener, start, end, own);
  }

  /** What a word outside names opens: a preposition, a comma or "and"; null for other words. */
  private String opens(List<Word> words, int i) {
    Word word = words.get(i);
    if (classes.is("preposition", word)) {
      return isCount(words, i) ? null : word.key();
    }
    return switch (word.key()) {
      case "and", "&" -> "and";
      case ",", ";", ":", "(", "[" -> ",";
      default -> null;
    };
  }

  /** "About 20 soldiers", "up to a dozen advisers": no preposition, but a number made vague. */
  private boolean isCount(List<Word> words, int i) {
    int next = i + 1;
    while (next < words.size() && words.get(next).key().matches("a|the|some")) {
      next++;
    }
    boolean vague = classes.is("vague", words.get(i));
    boolean upTo = i > 0 && words.get(i).key().equals("to") && words.get(i - 1).key().equals("up");
    return (vague || upTo)
        && next < words.size()
        && (Character.isDigit(words.get(next).key().codePointAt(0))
            || classes.is("number", words.get(next)));
  }

  /** One member of a compound: its head segment and what follows it. */
  private List<Party> member(List<Word> words, List<Segment> segments, YearMonth month) {
    Segment head = segments.get(0);
    Sector sector = sector(words, head);
    List<Party> own = core(words, head, sector, month);
    if (!own.isEmpty()) {
      return own;
    }
    if (isTopic(words.get(head.end() - 1))) {
      return List.of();
    }
    boolean abroad = sector.code() == null || isAbroad(words, head, sector);
    for (Segment segment : segments.subList(1, segments.size())) {
      double quality = isEmployed(words, head, segment) ? OF_PHRASE : belongs(segment, abroad);
      if (quality > 0) {
        List<Party> owner = core(words, segment, sector.orBody(segment), month);
        if (!owner.isEmpty()) {
          String rule = segment.opener().equals(",") ? "apposition" : segment.opener() + "-phrase";
          return owner.stream().map(p -> p.through(rule, quality)).toList();
        }
      }
    }
    return List.of(new Party(null, sector.code(), null, 0));
  }

  /** "A spokesman for the ministry", "an official at the White House": who speaks for a body. */
  private boolean isEmployed(List<Word> words, Segment head, Segment segment) {
    Word last = words.get(head.end() - 1);
    if (segment.opener().equals("for")) {
      return classes.is("speaks-for", last);
    }
    boolean body =
        segment.matches().stream().anyMatch(m -> isGeneric(m) || m.kind() == Kind.ORGANISATION);
    return body && classes.is("works-at", last) && Set.of("at", "with").contains(segment.opener());
  }

  /** Soldiers and diplomats are often where they do not belong. */
  private boolean isAbroad(List<Word> words, Segment head, Sector sector) {
    boolean foreign = false;
    for (int k = head.start(); k < head.end(); k++) {
      foreign |= classes.is("abroad", words.get(k));
    }
    return foreign || "MIL".equals(sector.code());
  }

  private double belongs(Segment segment, boolean abroad) {
    Word opener = new Word(segment.opener(), segment.opener(), false, false);
    if (classes.is("belonging", opener) || segment.opener().equals(",")) {
      return OF_PHRASE;
    }
    return classes.is("place", opener) && !abroad ? PLACE : 0;
  }

  /** The parties that a segment names by itself. */
  private List<Party> core(List<Word> words, Segment segment, Sector sector, YearMonth month) {
    List<Match> named = new ArrayList<>();
    for (Match match : segment.matches()) {
      if (match.kind() != Kind.AGENT
          && match.kind() != Kind.NONE
          && counts(words, segment, match)) {
        named.add(match);
      }
    }
    if (named.isEmpty()) {
      return List.of();
    }
    Word headWord = words.get(segment.end() - 1);
    Match last = named.get(named.size() - 1);
    boolean covers = last.end() == segment.end();
    if (!covers && last.kind() == Kind.DEMONYM && isPrivateBody(headWord)) {
      return List.of();
    }
    // A centre called after a leader is not the leader's.
    boolean memorial = last.kind() == Kind.PERSON && sector.code() == null;
    if (!covers && memorial && headWord.isCapitalised()) {
      return List.of();
    }
    if (!covers && isTopic(headWord) && !headWord.possessive()) {
      Match owner = named.get(0);
      boolean possessor = words.get(owner.end() - 1).possessive();
      return possessor || leads(words, owner) ? party(owner, sector, MODIFIER, month) : List.of();
    }
    List<Match> pair = hyphenated(words, named);
    if (!pair.isEmpty()) {
      List<Party> both = new ArrayList<>();
      pair.forEach(match -> both.addAll(party(match, sector, MODIFIER, month)));
      return both;
    }
    if (covers && named.size() > 1 && isGeneric(last)) {
      Match owner = named.get(named.size() - 2);
      if (owner.end() == last.start() && COUNTRY_WORDS.contains(owner.kind())) {
        return party(owner, sector.orElse(last), MODIFIER, month);
      }
    }
    if (covers && last.kind().isOwnName()) {
      double quality = quality(last.kind());
      List<Party> own = party(last, sector, quality, month);
      return own.isEmpty() && named.size() > 1 ? party(named.get(0), sector, MODIFIER, month) : own;
    }
    if (!covers && named.size() == 1 && isOfOthers(headWord, last)) {
      return List.of();
    }
    Match chosen = covers ? last : modifier(words, named, headWord);
    if (!covers && sector.code() != null && chosen.kind() == Kind.ORGANISATION) {
      chosen = nationality(named).orElse(chosen);
    }
    if (!covers && TOWNS.contains(chosen.kind()) && classes.is("held-somewhere", headWord)) {
      return List.of();
    }
    return party(chosen, sector, covers ? OWN : MODIFIER, month);
  }

  private static double quality(Kind kind) {
    return switch (kind) {
      case CAPITAL -> CAPITAL;
      case PLACE -> TOWN;
      default -> OWN;
    };
  }

  /** An institution that many countries have by this name: Chile's Defense Department. */
  private static boolean isGeneric(Match match) {
    return match.kind() == Kind.INSTITUTION || match.kind() == Kind.SEAT;
  }

  /** The modifier that says whose the head is: the possessor, unless the head is a relation. */
  private Match modifier(List<Word> words, List<Match> named, Word headWord) {
    Match last = named.get(named.size() - 1);
    if (classes.is("relational", headWord)) {
      return last;
    }
    for (int k = named.size() - 1; k >= 0; k--) {
      Match match = named.get(k);
      if (words.get(match.end() - 1).possessive() && COUNTRY_WORDS.contains(match.kind())) {
        return match;
      }
    }
    return last;
  }

  /** What people in an organisation are by nationality: a Spanish NATO officer. */
  private static Optional<Match> nationality(List<Match> named) {
    return named.stream().filter(match -> COUNTRY_WORDS.contains(match.kind())).findFirst();
  }

  /** Two countries joined by a hyphen: US-South Korean drills. */
  private static List<Match> hyphenated(List<Word> words, List<Match> named) {
    for (int k = 1; k < named.size(); k++) {
      Match left = named.get(k - 1);
      Match right = named.get(k);
      boolean joined = left.end() == right.start() && words.get(right.start()).glued();
      boolean different = !left.entries().get(0).equals(right.entries().get(0));
      if (joined && different && COUNTRY_WORDS.contains(left.kind())) {
        return List.of(left, right);
      }
    }
    return List.of();
  }

  private boolean counts(List<Word> words, Segment segment, Match match) {
    Word first = words.get(match.start());
    if (first.glued() && match.start() > segment.start()) {
      Word before = words.get(match.start() - 1);
      if (classes.is("foreign-prefix", before)) {
        return false;
      }
    }
    if (match.end() < segment.end()) {
      Word after = words.get(match.end());
      if (after.glued() && classes.is("foreign-suffix", after)) {
        return false;
      }
    }
    boolean single = match.end() - match.start() == 1;
    boolean chamber = isGeneric(match) && "LEG".equals(match.entries().get(0).sector());
    boolean shared = single && (match.kind() == Kind.PERSON || chamber || isPersonalName(first));
    return !shared || standsAlone(words, segment, match);
  }

  /** A country whose name people bear: Chad, Jordan. */
  private boolean isPersonalName(Word word) {
    return classes.is("personal-name", word);
  }

  /**
   * A surname, a "Congress" or a country that people are named after is another's when a name
   * stands beside it: Park in "Park Ji-sung", Chad in "Chad Roe".
   */
  private boolean standsAlone(List<Word> words, Segment segment, Match match) {
    if (match.end() < segment.end()) {
      Word after = words.get(match.end());
      boolean closed = words.get(match.end() - 1).possessive();
      boolean glued = after.glued();
      if (!closed && (glued || after.isCapitalised()) && !isMatched(segment, match.end(), true)) {
        return false;
      }
    }
    if (match.start() == segment.start()) {
      return true;
    }
    Word before = words.get(match.start() - 1);
    boolean name = before.isCapitalised() && !before.possessive();
    return !name
        || before.key().equals("the")
        || classes.is("title", before)
        || isMatched(segment, match.start() - 1, match.kind() == Kind.PERSON);
  }

  private static boolean isMatched(Segment segment, int word, boolean agents) {
    return segment.matches().stream()
        .filter(m -> agents || m.kind() != Kind.AGENT)
        .anyMatch(m -> m.start() <= word && word < m.end());
  }

  /** Whose it is, though it is a topic: a Ruritanian-led war. */
  private static boolean leads(List<Word> words, Match owner) {
    Word after = words.get(owner.end());
    return after.glued() && after.key().equals("led");
  }

  /** American enemies are no Americans, nor need America's allies be; allies in NATO are of it. */
  private boolean isOfOthers(Word head, Match only) {
    return classes.is("of-others", head) && COUNTRY_WORDS.contains(only.kind());
  }

  /** The American Roe Institute acts for itself, whatever country is in its name. */
  private boolean isPrivateBody(Word head) {
    return head.isCapitalised() && classes.is("private-body", head);
  }

  private boolean isTopic(Word word) {
    return classes.is("topic", word);
  }

  private List<Party> party(Match match, Sector sector, double quality, YearMonth month) {
    ActorEntry entry = choose(match.entries(), month);
    if (entry == null || entry.code() == null) {
      return List.of();
    }
    String code = entry.sector();
    if (entry.kind() == Kind.PERSON) {
      code = month != null && !entry.holdsAt(month) ? "ELI" : entry.sector();
    } else if (sector.code() != null && entry.kind() != Kind.GROUP) {
      code = sector.code();
    }
    Party.Basis basis = Party.Basis.NAME;
    if (entry.kind() == Kind.PLACE && sector.code() == null) {
      basis = Party.Basis.PLACE;
    } else if (entry.kind() == Kind.PERSON && match.end() - match.start() == 1) {
      basis = Party.Basis.SURNAME;
    }
    return List.of(new Party(entry.code(), code, entry.id(), quality, basis));
  }

  /**
   * Of persons with one name the one in office, else the nearest; without a date the latest. Nobody
   * if they are of different countries and no date tells, or two of them are in office. Of states
   * the one that was there, and the last.
   */
  private static ActorEntry choose(List<ActorEntry> entries, YearMonth month) {
    ActorEntry best = entries.get(0);
    for (ActorEntry entry : entries.subList(1, entries.size())) {
      boolean better =
          month == null ? !entry.endsBefore(best) : entry.distance(month) <= best.distance(month);
      best = better ? entry : best;
    }
    ActorEntry chosen = best;
    boolean clear = entries.stream().noneMatch(entry -> isRival(entry, chosen, month));
    return clear ? chosen : null;
  }

  /**
   * Whether somebody of another country is meant as likely: both are in office, or no date tells.
   */
  private static boolean isRival(ActorEntry other, ActorEntry chosen, YearMonth month) {
    boolean namesakes = other.kind() == Kind.PERSON && !other.code().equals(chosen.code());
    boolean together =
        month != null
            && !other.name().equals(chosen.name())
            && other.holdsAt(month)
            && chosen.holdsAt(month);
    return namesakes && (month == null || together);
  }

  /**
   * The sector the head of a segment acts in.
   *
   * @param code sector; null if the head says none
   */
  private record Sector(String code) {

    /** The head of a parliament or a court acts in the sector of the body, whatever the title. */
    Sector orBody(Segment segment) {
      if (!"GOV".equals(code) || segment.matches().isEmpty()) {
        return this;
      }
      Match body = segment.matches().get(segment.matches().size() - 1);
      String own = body.entries().get(0).sector();
      boolean chamber = "LEG".equals(own) || "JUD".equals(own) || "IGO".equals(own);
      return chamber && isGeneric(body) ? new Sector(own) : this;
    }

    Sector orElse(Match match) {
      return code != null ? this : new Sector(match.entries().get(0).sector());
    }
  }

  private Sector sector(List<Word> words, Segment segment) {
    Match agent = null;
    for (Match match : segment.matches()) {
      if (match.kind() == Kind.AGENT) {
        agent = match;
      }
    }
    if (agent == null) {
      return new Sector(null);
    }
    for (int k = segment.start(); k < agent.start(); k++) {
      if (classes.is("former", words.get(k))) {
        return new Sector("ELI");
      }
    }
    return new Sector(agent.entries().get(0).sector());
  }
}
