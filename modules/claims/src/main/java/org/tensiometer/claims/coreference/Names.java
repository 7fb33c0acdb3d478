package org.tensiometer.claims.coreference;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tensiometer.claims.grammar.NounPhrases;
import org.tensiometer.claims.grammar.Phrase;
import org.tensiometer.claims.grammar.SentenceTree;

/** Full names of persons seen so far, found again by one of their parts. */
final class Names {

  /** A longer phrase would show the reader more than the name and its role. */
  private static final int LONGEST = 14;

  private record FullName(String key, Phrase phrase, int paragraph) {}

  private final Map<String, List<FullName>> byPart = new HashMap<>();

  /** What short forms have been taken for, so that one person keeps the form. */
  private final Map<String, FullName> taken = new HashMap<>();

  /**
   * Takes note of a full name, or finds the one that a short form stands for.
   *
   * @param head head token of a person's name
   * @return the fuller mention; null for a full name and where it is unclear who is meant
   */
  Phrase seeOrFind(SentenceTree tree, int head) {
    List<String> parts = parts(tree, head);
    if (parts.size() > 1) {
      see(tree, head, parts);
      return null;
    }
    String part = parts.get(0);
    FullName found = taken.get(part);
    if (found == null) {
      found = choose(byPart.getOrDefault(part, List.of()));
    }
    if (found == null) {
      return null;
    }
    taken.put(part, found);
    return found.phrase();
  }

  private void see(SentenceTree tree, int head, List<String> parts) {
    String key = String.join(" ", parts);
    FullName name = new FullName(key, fullest(tree, head), tree.sentence().paragraph());
    for (String part : new LinkedHashSet<>(List.of(parts.get(0), parts.get(parts.size() - 1)))) {
      List<FullName> names = byPart.computeIfAbsent(part, none -> new ArrayList<>());
      if (names.stream().noneMatch(known -> known.key().equals(key))) {
        names.add(name);
      }
    }
  }

  /** The only bearer of a name, or the one whom the lead introduces. */
  private static FullName choose(List<FullName> names) {
    Set<String> keys = new HashSet<>();
    List<FullName> inLead = new ArrayList<>();
    for (FullName name : names) {
      keys.add(name.key());
      if (name.paragraph() == 0) {
        inLead.add(name);
      }
    }
    if (keys.size() == 1) {
      return names.get(0);
    }
    return inLead.size() == 1 ? inLead.get(0) : null;
  }

  /** The name with its role: "the chancellor, Jane Roe" or "Jane Roe, the chancellor". */
  static Phrase fullest(SentenceTree tree, int head) {
    int top = tree.hasRelation(head, "appos") && tree.head(head) != NONE ? tree.head(head) : head;
    Phrase full = NounPhrases.full(tree, top);
    return full.last() - full.first() < LONGEST ? full : NounPhrases.core(tree, head);
  }

  /** Words of the name around its head, lower case, without titles and hyphens. */
  private static List<String> parts(SentenceTree tree, int head) {
    int first = head;
    while (first > 0 && !startsName(tree, first) && isPart(tree, first - 1)) {
      first--;
    }
    int last = head;
    while (last + 1 < tree.size() && isPart(tree, last + 1) && !startsName(tree, last + 1)) {
      last++;
    }
    List<String> parts = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      String form = tree.form(i).toLowerCase(Locale.ROOT);
      if (Character.isLetter(form.charAt(0))) {
        parts.add(form);
      }
    }
    return parts.isEmpty() ? List.of(tree.form(head).toLowerCase(Locale.ROOT)) : parts;
  }

  private static boolean isPart(SentenceTree tree, int i) {
    return tree.entity(i).equals("PERSON") && !tree.form(i).matches("['’]s?");
  }

  private static boolean startsName(SentenceTree tree, int i) {
    String entity = tree.token(i).entity();
    return entity != null && (entity.startsWith("B-") || entity.startsWith("U-"));
  }
}
