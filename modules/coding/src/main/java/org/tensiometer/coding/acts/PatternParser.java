package org.tensiometer.coding.acts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensiometer.contracts.PredicateKind;

/** Reads the conditions and role paths of a pattern line. */
public final class PatternParser {

  private final Map<String, Set<String>> sets;

  /**
   * @param sets word sets by name, without the at sign
   */
  public PatternParser(Map<String, Set<String>> sets) {
    this.sets = Map.copyOf(sets);
  }

  /** Conditions separated by blanks; all must hold. */
  public List<Condition> conditions(String text) {
    List<Condition> conditions = new ArrayList<>();
    for (String part : text.split(" +")) {
      if (!part.isEmpty()) {
        conditions.add(condition(part));
      }
    }
    return List.copyOf(conditions);
  }

  /** Paths separated by commas, the first that leads to a party decides; empty for none. */
  public List<RolePath> paths(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty() && !s.equals("-"))
        .map(RolePath::parse)
        .toList();
  }

  private Condition condition(String text) {
    if (text.startsWith("!")) {
      return new Condition.Not(condition(text.substring(1)));
    }
    switch (text) {
      case "verb":
        return new Condition.Kind(PredicateKind.VERB);
      case "noun":
        return new Condition.Kind(PredicateKind.NOUN);
      case "adj":
        return new Condition.Kind(PredicateKind.ADJECTIVE);
      case "neg":
        return new Condition.Negated();
      case "demanded":
        return new Condition.Demanded();
      case "passive":
        return new Condition.Passive();
      default:
        return roleCondition(text);
    }
  }

  private Condition roleCondition(String text) {
    int equals = text.indexOf('=');
    int tilde = text.indexOf('~');
    if (equals > 0) {
      String role = text.substring(0, equals);
      Set<String> words = words(text.substring(equals + 1));
      return switch (role) {
        case "prt" -> new Condition.Particle(words);
        case "attr" -> new Condition.Attribute(words);
        case "aux" -> new Condition.Auxiliary(words);
        case "cue" -> new Condition.Cue(words);
        case "gov" -> new Condition.Governor(words);
        default -> new Condition.HeadIn(RolePath.parse(role), words);
      };
    }
    if (tilde > 0) {
      Set<String> words = words(text.substring(tilde + 1));
      return new Condition.PhraseHas(RolePath.parse(text.substring(0, tilde)), words);
    }
    if (text.endsWith(":party")) {
      String role = text.substring(0, text.length() - ":party".length());
      return new Condition.IsParty(RolePath.parse(role));
    }
    if (text.endsWith(":neg")) {
      String role = text.substring(0, text.length() - ":neg".length());
      return new Condition.IsNegated(RolePath.parse(role));
    }
    if (text.endsWith(":official")) {
      String role = text.substring(0, text.length() - ":official".length());
      return new Condition.IsOfficial(RolePath.parse(role));
    }
    if (text.endsWith(":person")) {
      String role = text.substring(0, text.length() - ":person".length());
      return new Condition.IsPerson(RolePath.parse(role));
    }
    if (text.indexOf(':') >= 0) {
      throw new IllegalArgumentException("unknown condition \"" + text + '"');
    }
    return new Condition.Present(RolePath.parse(text));
  }

  private Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.split("\\|")) {
      if (!word.startsWith("@")) {
        words.add(word);
      } else if (sets.containsKey(word.substring(1))) {
        words.addAll(sets.get(word.substring(1)));
      } else {
        throw new IllegalArgumentException("no word set " + word);
      }
    }
    return words;
  }
}
