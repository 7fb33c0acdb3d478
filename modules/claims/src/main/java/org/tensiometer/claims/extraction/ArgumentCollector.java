package org.tensiometer.claims.extraction;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tensiometer.claims.attribution.ReportingWords;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.NounPhrases;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.grammar.WordLists;
import org.tensiometer.contracts.PredicateKind;

/** Collects the parties and things of a predicate, said or shared. */
final class ArgumentCollector {

  private static final Set<String> VERBAL =
      Set.of("nsubj", "obj", "iobj", "obl", "csubj", "xcomp", "dislocated");
  private static final Set<String> NOMINAL = Set.of("nmod", "obl", "amod", "compound");

  /** Verbs whose subject takes part in the act that their object names. */
  private static final Set<String> SEEKING =
      Set.copyOf(WordLists.lines(ArgumentCollector.class, "participation-verbs.txt"));

  private static final Set<String> FRAMING = Set.of("during", "in", "on", "at");

  private static final Set<String> AGENTIVE =
      Set.of("nmod:poss", "nmod:by", "nmod:between", "amod", "compound");

  private final SentenceTree tree;
  private final int predicate;
  private final List<Role> roles = new ArrayList<>();

  private ArgumentCollector(SentenceTree tree, int predicate) {
    this.tree = tree;
    this.predicate = predicate;
  }

  /** Arguments in text order, compound parties as several. */
  static List<Role> collect(SentenceTree tree, int predicate, PredicateKind kind) {
    ArgumentCollector collector = new ArgumentCollector(tree, predicate);
    if (kind == PredicateKind.VERB) {
      collector.verb();
    } else {
      if (kind == PredicateKind.NOUN) {
        collector.noun();
      }
      if (tree.hasChild(predicate, "cop") || kind == PredicateKind.ADJECTIVE) {
        collector.copular();
      }
    }
    collector.roles.sort(Comparator.comparingInt(role -> role.phrase().first()));
    return collector.roles;
  }

  private void verb() {
    boolean passive = Clauses.isPassive(tree, predicate);
    children(predicate, VERBAL, passive);
    if (!has("nsubj")) {
      int subject = Clauses.subject(tree, predicate);
      if (subject != NONE && subject != predicate) {
        add(passive ? "nsubj:pass" : "nsubj", subject);
      }
    }
    if (!passive && !has("obj")) {
      int object = sharedObject();
      if (object != NONE) {
        add("obj", object);
        sharedObliques(object);
      }
    }
  }

  /** What follows an object that another verb shares: "bought and sent flour to the islands". */
  private void sharedObliques(int object) {
    int other = tree.head(object);
    if (other <= predicate || !tree.hasRelation(other, "conj")) {
      return;
    }
    for (int child : tree.children(other)) {
      if (child > object
          && tree.hasRelation(child, "obl")
          && !isTime(child)
          && !Clauses.isVerb(tree, child)) {
        add(Clauses.role(tree, child), child);
      }
    }
  }

  private void copular() {
    children(predicate, Set.of("nsubj", "csubj", "obl", "nmod"), false);
    if (!has("nsubj")) {
      int subject = Clauses.subject(tree, predicate);
      if (subject != NONE && subject != predicate) {
        add("nsubj", subject);
      }
    }
  }

  private void noun() {
    for (int child : tree.children(predicate)) {
      boolean named =
          !tree.hasRelation(child, "amod", "compound")
              || NounPhrases.namesParty(NounPhrases.core(tree, child));
      if (NOMINAL.contains(tree.base(child))
          && named
          && !isTime(child)
          && !Clauses.isVerb(tree, child)) {
        add(Clauses.role(tree, child), child);
      }
    }
    if (roles.stream().noneMatch(role -> AGENTIVE.contains(role.name())) && isFraming()) {
      int subject = Clauses.subject(tree, tree.head(predicate));
      if (subject != NONE && subject != predicate) {
        add("nsubj", subject);
      }
      return;
    }
    int verb = tree.head(predicate);
    boolean own = has("nmod:poss") || has("nmod:by") || has("nmod:between");
    if (!own && verb != NONE && Clauses.isPredicate(tree, verb) && takesPart(verb)) {
      int subject = Clauses.subject(tree, verb);
      if (subject != NONE && subject != predicate) {
        add("nsubj", subject);
      }
      for (int child : tree.children(verb)) {
        boolean source = ReportingWords.isSourcePreposition(Clauses.preposition(tree, child));
        if (tree.hasRelation(child, "obl")
            && !source
            && child != predicate
            && !isTime(child)
            && !Clauses.isVerb(tree, child)) {
          add(Clauses.role(tree, child), child);
        }
      }
    }
  }

  /** "During a visit to Rome, the envoy said": whose visit it is goes without saying. */
  private boolean isFraming() {
    int verb = tree.head(predicate);
    if (verb == NONE || !tree.hasRelation(predicate, "obl") || !Clauses.isVerb(tree, verb)) {
      return false;
    }
    int determiner = tree.child(predicate, "det");
    boolean indefinite = determiner == NONE || tree.lemma(determiner).startsWith("a");
    return indefinite && FRAMING.contains(Clauses.preposition(tree, predicate));
  }

  /** Whether the subject of the governing verb is a party of the noun: held talks, seeks a deal. */
  private boolean takesPart(int verb) {
    String lemma = tree.lemma(verb);
    if (WordLists.ENDING_VERBS.contains(lemma)
        && WordLists.HOSTILITIES.contains(tree.lemma(predicate))) {
      return false;
    }
    if (tree.hasRelation(predicate, "obl")) {
      String preposition = Clauses.preposition(tree, predicate);
      return SEEKING.contains(lemma + ' ' + preposition)
          || WordLists.LIGHT_VERBS.contains(lemma) && Set.of("in", "into").contains(preposition);
    }
    return tree.hasRelation(predicate, "obj", "nsubj:pass")
        && (WordLists.LIGHT_VERBS.contains(lemma) || SEEKING.contains(lemma));
  }

  private void children(int verb, Set<String> relations, boolean passive) {
    for (int child : tree.children(verb)) {
      String base = tree.base(child);
      boolean clause = base.equals("xcomp") && !tree.is(child, "NOUN", "PROPN", "ADJ");
      if (!relations.contains(base)
          || clause
          || isTime(child)
          || base.equals("obl") && Clauses.isVerb(tree, child)) {
        continue;
      }
      int referent = Clauses.referent(tree, child, verb);
      String role = Clauses.role(tree, child);
      if (ReportingWords.isSourcePreposition(Clauses.preposition(tree, child))) {
        continue;
      }
      add(passive && role.equals("nsubj") ? "nsubj:pass" : role, referent);
    }
  }

  /** Object of a relative clause without pronoun, or of a verb coordinated with this one. */
  private int sharedObject() {
    int head = tree.head(predicate);
    if (head == NONE) {
      return NONE;
    }
    boolean finite = Clauses.isFinite(tree, predicate);
    int subject = Clauses.ownSubject(tree, predicate);
    if (tree.relation(predicate).equals("acl:relcl") && finite && subject != NONE) {
      boolean pronoun = Clauses.referent(tree, subject, predicate) != subject;
      return pronoun || tree.hasChild(predicate, "ccomp", "xcomp") ? NONE : head;
    }
    for (int child : tree.children(predicate)) {
      if (tree.hasRelation(child, "conj") && adjacent(predicate, child)) {
        return tree.child(child, "obj");
      }
    }
    if (tree.hasRelation(predicate, "conj") && adjacent(head, predicate)) {
      int object = tree.child(head, "obj");
      return object > predicate ? object : NONE;
    }
    return NONE;
  }

  /** Only a conjunction and adverbs between two verbs: "killed or wounded". */
  private boolean adjacent(int first, int second) {
    for (int i = first + 1; i < second; i++) {
      if (!tree.is(i, "CCONJ", "ADV", "AUX", "PUNCT")) {
        return false;
      }
    }
    return first < second && second - first <= 4;
  }

  private boolean isTime(int i) {
    String entity = tree.entity(i);
    return tree.relation(i).equals("obl:tmod") || entity.equals("DATE") || entity.equals("TIME");
  }

  private boolean has(String relation) {
    return roles.stream().anyMatch(role -> role.name().startsWith(relation));
  }

  private void add(String name, int head) {
    for (int member : NounPhrases.members(tree, head)) {
      boolean known = roles.stream().anyMatch(role -> role.phrase().head() == member);
      if (!known && member != predicate) {
        roles.add(new Role(name, NounPhrases.core(tree, member)));
      }
    }
  }
}
