package org.tensiometer.claims.grammar;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Noun phrases around a head: what to show of them, and the members of compound ones. */
public final class NounPhrases {

  private static final Set<String> OUTSIDE_CORE =
      Set.of(
          "conj",
          "cc",
          "appos",
          "acl",
          "parataxis",
          "punct",
          "case",
          "cop",
          "nsubj",
          "csubj",
          "aux",
          "advcl",
          "mark",
          "dep",
          "discourse",
          "ccomp",
          "advmod",
          "obl",
          "expl");
  private static final Set<String> OUTSIDE_FULL =
      Set.of(
          "conj",
          "cc",
          "acl",
          "parataxis",
          "case",
          "cop",
          "nsubj",
          "csubj",
          "aux",
          "advcl",
          "mark",
          "dep",
          "discourse",
          "ccomp",
          "advmod",
          "obl",
          "expl");

  private static final Set<String> OUTSIDE_DEEP =
      Set.of("acl:relcl", "appos", "parataxis", "ccomp", "dep");

  /** Marks that stand inside a phrase without belonging to its tree. */
  private static final Set<String> BRIDGES =
      Set.of(
          "-", "\u2010", "\u2011", "\u2013", "/", "\u201c", "\u201d", "\"", "``", "''", "\u2018");

  /** With appositions, commas too. */
  private static final Set<String> WIDE_BRIDGES =
      Stream.concat(BRIDGES.stream(), Stream.of(",")).collect(Collectors.toUnmodifiableSet());

  private NounPhrases() {}

  /** The head with its modifiers, without appositions, conjuncts, clauses and its preposition. */
  public static Phrase core(SentenceTree tree, int head) {
    return trimmed(around(tree, head, inside(tree, head, OUTSIDE_CORE, OUTSIDE_DEEP), BRIDGES));
  }

  /** The head with its modifiers and appositions, without conjuncts and clauses. */
  public static Phrase full(SentenceTree tree, int head) {
    Set<String> withoutDeep = Set.of("acl:relcl", "parataxis", "dep", "ccomp", "advcl");
    return trimmed(around(tree, head, inside(tree, head, OUTSIDE_FULL, withoutDeep), WIDE_BRIDGES));
  }

  private static Phrase trimmed(Phrase phrase) {
    SentenceTree tree = phrase.tree();
    int head = phrase.head();
    int first = phrase.first();
    int last = phrase.last();
    while (first < head && tree.is(first, "PUNCT")) {
      first++;
    }
    while (last > head && tree.is(last, "PUNCT")) {
      last--;
    }
    return new Phrase(tree, head, first, last);
  }

  /** From the first to the last member of a compound, with what stands between them. */
  public static Phrase compound(SentenceTree tree, int head) {
    List<Integer> members = members(tree, head);
    if (members.size() == 1) {
      return core(tree, head);
    }
    int first = tree.size();
    int last = 0;
    for (int member : members) {
      Phrase core = core(tree, member);
      first = Math.min(first, core.first());
      last = Math.max(last, core.last());
    }
    return new Phrase(tree, head, first, last);
  }

  /** The head and the nominals coordinated with it, in text order. */
  public static List<Integer> members(SentenceTree tree, int head) {
    List<Integer> members = new ArrayList<>();
    members.add(head);
    for (int k = 0; k < members.size(); k++) {
      for (int child : tree.children(members.get(k))) {
        if (tree.hasRelation(child, "conj") && isNominal(tree, child)) {
          members.add(child);
        }
      }
    }
    members.sort(null);
    return members;
  }

  /** The first member of the compound that this token belongs to. */
  public static int firstMember(SentenceTree tree, int i) {
    int at = i;
    while (tree.hasRelation(at, "conj") && tree.head(at) != NONE) {
      at = tree.head(at);
    }
    return at;
  }

  public static boolean isNominal(SentenceTree tree, int i) {
    return tree.is(i, "NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X")
        || tree.is(i, "ADJ") && !tree.entity(i).isEmpty();
  }

  /** Whether a word names a person or means a person or a group of people. */
  public static boolean isPerson(SentenceTree tree, int i) {
    return tree.entity(i).equals("PERSON") || WordLists.PEOPLE.contains(tree.lemma(i));
  }

  public static boolean isPlural(SentenceTree tree, int i) {
    return tree.xpos(i).equals("NNS") || tree.xpos(i).equals("NNPS");
  }

  /** Whether a word names, means or refers to somebody who can act. */
  public static boolean canAct(SentenceTree tree, int i) {
    return isPerson(tree, i) || isParty(tree, i);
  }

  /** Whether a phrase has a name or a referring pronoun in it. */
  public static boolean namesParty(Phrase phrase) {
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      if (isParty(phrase.tree(), i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isParty(SentenceTree tree, int i) {
    return switch (tree.upos(i)) {
      case "PROPN" -> !isTemporal(tree.entity(i));
      case "PRON", "DET" ->
          WordLists.REFERRING.contains(tree.lemma(i)) || tree.xpos(i).startsWith("PRP");
      case "ADJ" -> isNameType(tree.entity(i)) || isCapital(tree, i);
      default -> isNameType(tree.entity(i)) || WordLists.SHORT_FORMS.contains(tree.lemma(i));
    };
  }

  /** An adjective made from a name: French, EU-backed. */
  private static boolean isCapital(SentenceTree tree, int i) {
    return i > 0 && Character.isUpperCase(tree.form(i).codePointAt(0));
  }

  private static boolean isTemporal(String entity) {
    return Set.of("DATE", "TIME").contains(entity);
  }

  private static boolean isNameType(String entity) {
    return Set.of("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC").contains(entity);
  }

  /** The head and what is below it, without some relations at the head and others deeper down. */
  private static BitSet inside(
      SentenceTree tree, int head, Set<String> withoutDirect, Set<String> withoutDeep) {
    BitSet inside = new BitSet(tree.size());
    inside.set(head);
    Deque<Integer> open = new ArrayDeque<>(List.of(head));
    while (!open.isEmpty()) {
      int at = open.pop();
      for (int child : tree.children(at)) {
        boolean outside =
            at == head
                ? withoutDirect.contains(tree.base(child))
                : withoutDeep.contains(tree.relation(child));
        if (!outside) {
          inside.set(child);
          open.push(child);
        }
      }
    }
    return inside;
  }

  private static Phrase around(SentenceTree tree, int head, BitSet inside, Set<String> bridges) {
    int first = head;
    int next = step(tree, inside, bridges, first, -1);
    while (next != first) {
      first = next;
      next = step(tree, inside, bridges, first, -1);
    }
    int last = head;
    next = step(tree, inside, bridges, last, 1);
    while (next != last) {
      last = next;
      next = step(tree, inside, bridges, last, 1);
    }
    return new Phrase(tree, head, first, last);
  }

  /** The next word of the phrase in one direction; a hyphen or a quotation mark is stepped over. */
  private static int step(
      SentenceTree tree, BitSet inside, Set<String> bridges, int from, int direction) {
    int next = from + direction;
    if (next >= 0 && next < tree.size() && !inside.get(next) && bridges.contains(tree.form(next))) {
      next += direction;
    }
    boolean within = next >= 0 && next < tree.size() && inside.get(next);
    return within ? next : from;
  }
}
