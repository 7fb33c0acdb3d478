package org.tensiometer.claims.grammar;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.AnalysedToken;

/**
 * Mends attachments that parsers often miss and that decide who did what: a person coordinated with
 * a longer phrase (Roe and the king's envoy), the subject of a clause behind a word that is a
 * preposition as well (after the guards left), a role before a name (the chancellor, Jane Roe,
 * left), the that-clause of a noun (rumours that ...), a condition without "if" (should talks
 * fail), a participle before a noun (told visiting envoys), and what an object is held to be (hold
 * it responsible).
 */
public final class ClauseRepairs {

  private static final Set<String> BOTH_PREPOSITION_AND_CONJUNCTION =
      Set.of("after", "before", "since", "until", "as", "till");
  private static final Set<String> ASPECTUAL =
      Set.of("begin", "start", "stop", "keep", "continue", "resume", "finish", "avoid", "enjoy");
  private static final Set<String> LOOSE = Set.of("conj", "dep", "parataxis", "advcl");

  private final AnalysedSentence sentence;
  private final List<AnalysedToken> tokens;
  private SentenceTree tree;

  private ClauseRepairs(AnalysedSentence sentence) {
    this.sentence = sentence;
    this.tokens = new ArrayList<>(sentence.tokens());
    this.tree = new SentenceTree(sentence);
  }

  /** The sentence with its loose clauses attached. */
  public static AnalysedSentence repair(AnalysedSentence sentence) {
    ClauseRepairs repairs = new ClauseRepairs(sentence);
    int size = sentence.tokens().size();
    for (int i = 1; i < size; i++) {
      repairs.coordinatedPerson(i);
      repairs.roleBeforeName(i);
    }
    for (int i = 0; i < size; i++) {
      repairs.subordinateSubject(i);
      repairs.thatClause(i);
      repairs.attributiveParticiple(i);
      repairs.smallClause(i);
    }
    for (int i = 2; i < size; i++) {
      repairs.invertedCondition(i);
    }
    return repairs.repaired();
  }

  private AnalysedSentence repaired() {
    return new AnalysedSentence(
        sentence.index(), sentence.paragraph(), sentence.begin(), sentence.end(), tokens);
  }

  /** A person before "and" is no modifier of what stands after it. */
  private void coordinatedPerson(int conjunction) {
    int person = conjunction - 1;
    int head = tree.head(person);
    if (!tree.is(conjunction, "CCONJ")
        || !tree.entity(person).equals("PERSON")
        || !tree.hasRelation(person, "compound")
        || head <= conjunction) {
      return;
    }
    for (int child : tree.children(person)) {
      if (child > conjunction && child < head) {
        boolean possessor = tree.hasChild(child, "case");
        attach(child, head, possessor ? "nmod:poss" : "compound");
      }
    }
    for (int child : tree.children(head)) {
      if (child < person && tree.hasRelation(child, "case", "mark")) {
        attach(child, person, tree.relation(child));
      }
    }
    attach(person, tree.head(head), tree.relation(head));
    attach(head, person, "conj");
    attach(conjunction, head, "cc");
    tree = new SentenceTree(repaired());
  }

  /**
   * "On Friday, the chancellor, Jane Roe, left": the chancellor does, and is no name of the day.
   */
  private void roleBeforeName(int comma) {
    int name = tree.form(comma).equals(",") ? nameAfter(comma) : NONE;
    int role = comma - 1;
    if (name == NONE
        || !tree.is(role, "NOUN")
        || !WordLists.PEOPLE.contains(tree.lemma(role))
        || !tree.hasRelation(role, "appos", "dep")
        || tree.head(role) == NONE
        || NounPhrases.isPerson(tree, tree.head(role))
        || tree.dominates(role, name)
        || tree.dominates(name, role)) {
      return;
    }
    attach(role, tree.head(name), tree.relation(name));
    attach(name, role, "appos");
    tree = new SentenceTree(repaired());
  }

  /** Head of a person's name that starts behind a token and is a subject. */
  private int nameAfter(int token) {
    int i = token + 1;
    while (i < tree.size() && tree.hasRelation(i, "compound") && isPersonName(i)) {
      i++;
    }
    boolean subject = i < tree.size() && tree.hasRelation(i, "nsubj") && isPersonName(i);
    return subject ? i : NONE;
  }

  private boolean isPersonName(int i) {
    return tree.entity(i).equals("PERSON");
  }

  private void thatClause(int that) {
    int clause = tree.head(that);
    int noun = that - 1;
    if (clause == NONE
        || noun < 0
        || !tree.lemma(that).equals("that")
        || !tree.hasRelation(that, "mark")
        || !tree.is(noun, "NOUN")
        || !LOOSE.contains(tree.base(clause))
        || tree.dominates(clause, noun)) {
      return;
    }
    attach(clause, noun, "acl");
    tree = new SentenceTree(repaired());
  }

  private void subordinateSubject(int marker) {
    int noun = tree.head(marker);
    if (noun == NONE
        || noun < marker
        || !BOTH_PREPOSITION_AND_CONJUNCTION.contains(tree.lemma(marker))
        || !tree.hasRelation(marker, "case")) {
      return;
    }
    int verb = lastOf(noun) + 1;
    while (verb < tree.size() && tree.is(verb, "ADV", "AUX", "PUNCT")) {
      verb++;
    }
    if (verb >= tree.size()
        || !tree.is(verb, "VERB")
        || !Clauses.isFinite(tree, verb)
        || Clauses.ownSubject(tree, verb) != NONE
        || !LOOSE.contains(tree.base(verb))) {
      return;
    }
    int head = tree.head(verb);
    if (tree.dominates(noun, head)) {
      head = Clauses.governor(tree, noun);
    }
    if (head == NONE || head == verb || tree.dominates(verb, head)) {
      return;
    }
    attach(verb, head, "advcl");
    attach(noun, verb, tree.hasChild(verb, "aux:pass") ? "nsubj:pass" : "nsubj");
    attach(marker, verb, "mark");
    tree = new SentenceTree(repaired());
  }

  /** "Told visiting envoys": straight after a verb, and before people without a determiner. */
  private void attributiveParticiple(int participle) {
    int verb = tree.head(participle);
    int people = tree.child(participle, "obj");
    if (!tree.form(participle).equals("visiting")
        || verb == NONE
        || verb != participle - 1
        || !tree.hasRelation(participle, "xcomp", "ccomp", "advcl", "dep", "obj")
        || ASPECTUAL.contains(tree.lemma(verb))
        || people < participle
        || !WordLists.PEOPLE.contains(tree.lemma(people)) && !NounPhrases.isPerson(tree, people)
        || tree.hasChild(people, "det", "nmod:poss", "nummod")) {
      return;
    }
    for (int child : tree.children(participle)) {
      attach(child, verb, tree.relation(child));
    }
    attach(participle, people, "amod");
    tree = new SentenceTree(repaired());
  }

  /** "They hold Chile responsible": without a copula the adjective says it of the object. */
  private void smallClause(int adjective) {
    int verb = tree.head(adjective);
    int object = tree.child(adjective, "nsubj");
    if (!tree.is(adjective, "ADJ")
        || verb == NONE
        || !tree.hasRelation(adjective, "ccomp")
        || !isBetween(verb, object, adjective)
        || tree.hasChild(adjective, "cop", "aux", "mark")
        || tree.hasChild(verb, "obj")) {
      return;
    }
    attach(object, verb, "obj");
    attach(adjective, verb, "xcomp");
    tree = new SentenceTree(repaired());
  }

  /** "He will leave, should they come": a clause of its own, and no second thing that he does. */
  private void invertedCondition(int auxiliary) {
    int clause = tree.head(auxiliary);
    if (clause == NONE
        || auxiliary == 0
        || !Clauses.INVERTING.contains(tree.form(auxiliary))
        || !tree.hasRelation(auxiliary, "aux")
        || !tree.form(auxiliary - 1).equals(",")
        || !isBetween(auxiliary, Clauses.ownSubject(tree, clause), clause)
        || tree.form(tree.size() - 1).startsWith("?")) {
      return;
    }
    int main = tree.head(clause);
    if (main == NONE) {
      main = tree.child(clause, "ccomp", "parataxis", "dep");
      if (main == NONE || main > auxiliary || !Clauses.isPredicate(tree, main)) {
        return;
      }
      attach(main, NONE, "root");
      attach(clause, main, "advcl");
    } else if (tree.hasRelation(clause, "conj", "parataxis", "dep") && main < auxiliary) {
      while (tree.head(main) != NONE && !Clauses.isFinite(tree, main)) {
        main = tree.head(main);
      }
      attach(clause, main, "advcl");
    }
    tree = new SentenceTree(repaired());
  }

  private static boolean isBetween(int first, int middle, int last) {
    return first < middle && middle < last;
  }

  private int lastOf(int noun) {
    int last = noun;
    for (int member : NounPhrases.members(tree, noun)) {
      last = Math.max(last, NounPhrases.full(tree, member).last());
    }
    return last;
  }

  private void attach(int token, int head, String relation) {
    AnalysedToken old = tokens.get(token);
    tokens.set(
        token,
        new AnalysedToken(
            old.index(),
            old.begin(),
            old.end(),
            old.form(),
            old.lemma(),
            old.upos(),
            old.xpos(),
            old.entity(),
            head,
            relation));
  }
}
