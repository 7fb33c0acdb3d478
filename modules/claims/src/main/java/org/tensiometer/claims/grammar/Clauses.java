package org.tensiometer.claims.grammar;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.Locale;
import java.util.Set;

/** Clauses: predicates, voice, and who the subject is when it is not said again. */
public final class Clauses {

  private static final Set<String> RELATIVE = Set.of("who", "which", "that", "whom", "whose");

  /** Before a gerund these take up the object: accused him of, thanked her for, banned it from. */
  private static final Set<String> OBJECT_CONTROL = Set.of("of", "for", "against", "from", "over");

  /** Before its subject such an auxiliary says if: should talks fail, had they come. */
  public static final Set<String> INVERTING = Set.of("should", "had", "were");

  private Clauses() {}

  /** A verb, or an adjective or noun with a copula. */
  public static boolean isPredicate(SentenceTree tree, int i) {
    return isVerb(tree, i) || tree.hasChild(i, "cop");
  }

  public static boolean isVerb(SentenceTree tree, int i) {
    return tree.is(i, "VERB") && !tree.hasRelation(i, "aux", "cop", "case", "mark", "fixed");
  }

  public static boolean isPassive(SentenceTree tree, int verb) {
    return tree.hasChild(verb, "aux:pass", "nsubj:pass", "csubj:pass")
        || tree.xpos(verb).equals("VBN")
            && tree.hasRelation(verb, "acl", "advcl", "amod")
            && !tree.hasChild(verb, "aux");
  }

  /** A finite verb has a tense of its own. */
  public static boolean isFinite(SentenceTree tree, int i) {
    if (Set.of("VBD", "VBZ", "VBP", "MD").contains(tree.xpos(i))) {
      return true;
    }
    for (int child : tree.children(i)) {
      if (tree.hasRelation(child, "aux", "cop")
          && Set.of("VBD", "VBZ", "VBP", "MD").contains(tree.xpos(child))) {
        return true;
      }
    }
    return false;
  }

  public static boolean isInfinitive(SentenceTree tree, int i) {
    for (int child : tree.children(i)) {
      if (tree.xpos(child).equals("TO") && tree.hasRelation(child, "mark", "aux")) {
        return true;
      }
    }
    return false;
  }

  /** The nearest predicate above, or {@link SentenceTree#NONE}. */
  public static int governor(SentenceTree tree, int i) {
    int at = tree.head(i);
    while (at != NONE && !isPredicate(tree, at)) {
      at = tree.head(at);
    }
    return at;
  }

  /** The clause's own subject word as the parser gives it, or {@link SentenceTree#NONE}. */
  public static int ownSubject(SentenceTree tree, int i) {
    return tree.child(i, "nsubj", "csubj");
  }

  /**
   * Who does what the predicate says: its own subject, else the one it shares or is controlled by.
   * A relative pronoun gives the noun it stands for.
   */
  public static int subject(SentenceTree tree, int predicate) {
    int at = predicate;
    for (int step = 0; step < 12 && at != NONE; step++) {
      int own = ownSubject(tree, at);
      if (own != NONE) {
        return referent(tree, own, at);
      }
      int head = tree.head(at);
      if (head == NONE) {
        return NONE;
      }
      switch (tree.base(at)) {
        case "conj" -> at = head;
        case "xcomp" -> {
          int controller = controller(tree, head);
          if (controller != NONE) {
            return controller;
          }
          at = head;
        }
        case "acl" -> {
          if (!isInfinitive(tree, at) && !tree.hasChild(at, "mark")) {
            return head;
          }
          int patient = gerundController(tree, at);
          if (patient != NONE) {
            return patient;
          }
          int owner = owner(tree, head);
          if (owner != NONE) {
            return owner;
          }
          at = governor(tree, at);
        }
        case "advcl", "ccomp", "csubj" -> {
          if (isFinite(tree, at)) {
            return NONE;
          }
          int patient = gerundController(tree, at);
          if (patient != NONE) {
            return patient;
          }
          int hired = isInfinitive(tree, at) ? hired(tree, head) : NONE;
          if (hired != NONE) {
            return hired;
          }
          at = isPredicate(tree, head) ? head : governor(tree, at);
        }
        case "obl", "nmod" -> {
          if (!isVerb(tree, at)) {
            return NONE;
          }
          int patient = gerundController(tree, at);
          if (patient != NONE) {
            return patient;
          }
          int owner = isPredicate(tree, head) ? NONE : owner(tree, head);
          if (owner != NONE) {
            return owner;
          }
          at = isPredicate(tree, head) ? head : governor(tree, at);
        }
        default -> {
          return NONE;
        }
      }
    }
    return NONE;
  }

  /** The noun that a relative pronoun stands for; any other word is its own referent. */
  public static int referent(SentenceTree tree, int subject, int predicate) {
    String lemma = tree.form(subject).toLowerCase(Locale.ROOT);
    if (!RELATIVE.contains(lemma)) {
      return subject;
    }
    int at = predicate;
    while (at != NONE && !tree.hasRelation(at, "acl")) {
      if (!tree.hasRelation(at, "conj", "xcomp", "ccomp")) {
        return subject;
      }
      at = tree.head(at);
    }
    if (at == NONE) {
      return subject;
    }
    int person = lemma.startsWith("who") ? personBefore(tree, subject, at) : NONE;
    return person == NONE ? tree.head(at) : person;
  }

  /**
   * Who is a person: of "the answer of the envoy, who" the envoy, if the parser chose the answer.
   */
  private static int personBefore(SentenceTree tree, int pronoun, int clause) {
    int head = tree.head(clause);
    if (NounPhrases.isPerson(tree, head)) {
      return NONE;
    }
    for (int i = pronoun - 1; i > head; i--) {
      boolean inName = tree.hasRelation(i, "compound", "flat");
      if (NounPhrases.isPerson(tree, i) && tree.dominates(head, i) && !inName) {
        return i;
      }
    }
    return NONE;
  }

  /** Who controls the infinitive under a verb: its object, unless the verb keeps the subject. */
  private static int controller(SentenceTree tree, int verb) {
    String lemma = tree.lemma(verb);
    if (WordLists.SUBJECT_CONTROL.contains(lemma)) {
      return NONE;
    }
    int object = tree.child(verb, "obj", "iobj");
    if (object != NONE) {
      return object;
    }
    for (int child : tree.children(verb)) {
      if (tree.hasRelation(child, "obl")
          && WordLists.OBLIQUE_CONTROL.contains(lemma + " " + preposition(tree, child))) {
        return child;
      }
    }
    return NONE;
  }

  /**
   * Who does what a gerund after a preposition says, if it is the object: "accused Chile of
   * spying".
   */
  private static int gerundController(SentenceTree tree, int gerund) {
    int mark = tree.child(gerund, "mark", "case");
    if (!tree.xpos(gerund).equals("VBG")
        || mark == NONE
        || !OBJECT_CONTROL.contains(tree.form(mark).toLowerCase(Locale.ROOT))) {
      return NONE;
    }
    int verb = governor(tree, gerund);
    int object = verb == NONE ? NONE : tree.child(verb, "obj");
    boolean takesObject =
        object != NONE
            && object < mark
            && !isPassive(tree, verb)
            && !WordLists.SUBJECT_CONTROL.contains(tree.lemma(verb));
    return takesObject && NounPhrases.canAct(tree, object) ? object : NONE;
  }

  /** "Paid guards to watch the gate": who is paid to act acts, whatever clause the parser sees. */
  private static int hired(SentenceTree tree, int verb) {
    boolean hires = WordLists.HIRING_VERBS.contains(tree.lemma(verb));
    return hires && !isPassive(tree, verb) ? tree.child(verb, "obj", "iobj") : NONE;
  }

  /** Possessor of a noun, else who is named by its by- or of-phrase. */
  public static int owner(SentenceTree tree, int noun) {
    int possessor = tree.child(noun, "nmod:poss");
    if (possessor != NONE) {
      return possessor;
    }
    for (int child : tree.children(noun)) {
      if (tree.hasRelation(child, "nmod") && preposition(tree, child).equals("by")) {
        return child;
      }
    }
    return NONE;
  }

  /** Preposition of an oblique or a nominal modifier, fixed parts joined by _; empty without. */
  public static String preposition(SentenceTree tree, int i) {
    int marker = tree.child(i, "case");
    if (marker == NONE) {
      return "";
    }
    // The form, since the lemma of "according" or "following" is a verb.
    StringBuilder preposition = new StringBuilder(tree.form(marker));
    for (int part : tree.children(marker)) {
      if (tree.hasRelation(part, "fixed")) {
        preposition.append('_').append(tree.form(part));
      }
    }
    return preposition.toString().toLowerCase(Locale.ROOT);
  }

  /** Relation with the preposition as subtype where UD has one: obl:to, nmod:of. */
  public static String role(SentenceTree tree, int i) {
    String relation = tree.relation(i);
    if (!relation.equals("obl") && !relation.equals("nmod")) {
      return relation;
    }
    String preposition = preposition(tree, i);
    return preposition.isEmpty() ? relation : relation + ':' + preposition;
  }
}
