package org.tensiometer.claims.coreference;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.tensiometer.claims.attribution.Attributions;
import org.tensiometer.claims.attribution.Voice;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.NounPhrases;
import org.tensiometer.claims.grammar.Phrase;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.grammar.WordLists;

/**
 * Antecedents of pronouns and short forms over an article. Left open where more than one party
 * could be meant.
 */
public final class Antecedents {

  private static final Set<String> PERSON_NOUNS =
      WordLists.words(Antecedents.class, "person-nouns.txt");
  private static final Set<String> PAIR_NOUNS =
      WordLists.words(Antecedents.class, "pair-nouns.txt");
  private static final Set<String> BODY_NOUNS =
      WordLists.words(Antecedents.class, "body-nouns.txt");
  private static final Set<String> FIRST_PERSON =
      Set.of("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves");
  private static final Set<String> REFLEXIVE = Set.of("himself", "herself", "itself", "themselves");
  private static final Set<String> REASON = Set.of("for", "over");

  /** With these, a plural speaks of more than the two that were named. */
  private static final Set<String> UNCOUNTED = Set.of("all", "every", "any", "some", "no", "most");

  private static final int SENTENCES_BACK = 2;

  /** What kind of party a pronoun can stand for. */
  private enum Kind {
    PERSON,
    BODY,
    PLURAL
  }

  private final List<SentenceTree> trees;
  private final Attributions attributions;
  private final Phrase[][] found;
  private final Names names = new Names();
  private final DefiniteNouns nouns;

  private Antecedents(List<SentenceTree> trees, Attributions attributions) {
    this.trees = trees;
    this.attributions = attributions;
    this.found = new Phrase[trees.size()][];
    this.nouns = new DefiniteNouns(trees, attributions, found);
    for (int s = 0; s < trees.size(); s++) {
      found[s] = new Phrase[trees.get(s).size()];
      for (int i = 0; i < trees.get(s).size(); i++) {
        found[s][i] = resolve(s, i);
      }
    }
    // Who "I" is may be a pronoun behind the quotation, so this comes last.
    for (int s = 0; s < trees.size(); s++) {
      for (int i = 0; i < trees.get(s).size(); i++) {
        if (isFirstPerson(trees.get(s), i)) {
          found[s][i] = speaker(s, i);
        }
      }
    }
  }

  private static boolean isFirstPerson(SentenceTree tree, int i) {
    return tree.xpos(i).startsWith("PRP")
        && FIRST_PERSON.contains(tree.form(i).toLowerCase(Locale.ROOT));
  }

  /** Antecedents of an article whose sentences and attributions are these. */
  public static Antecedents of(List<SentenceTree> trees, Attributions attributions) {
    return new Antecedents(trees, attributions);
  }

  /** The fuller mention that a token refers to; null where unclear or needless. */
  public Phrase of(int sentence, int token) {
    return found[sentence][token];
  }

  /** The fuller mention for a phrase: that of its head, else that of its possessor. */
  public Phrase of(int sentence, Phrase phrase) {
    Phrase own = found[sentence][phrase.head()];
    if (own != null) {
      return own;
    }
    int possessor = phrase.tree().child(phrase.head(), "nmod:poss");
    boolean pronoun = possessor != NONE && phrase.tree().is(possessor, "PRON", "DET");
    return pronoun ? found[sentence][possessor] : null;
  }

  private Phrase resolve(int s, int i) {
    SentenceTree tree = trees.get(s);
    if (tree.xpos(i).startsWith("PRP")) {
      return pronoun(s, i, tree.form(i).toLowerCase(Locale.ROOT));
    }
    boolean insideName = tree.hasRelation(i, "compound", "flat");
    if (tree.is(i, "PROPN") && tree.entity(i).equals("PERSON") && !insideName) {
      return names.seeOrFind(tree, i);
    }
    Phrase reciprocal = reciprocal(s, i);
    if (reciprocal != null) {
      return reciprocal;
    }
    if (tree.is(i, "NOUN", "PROPN")) {
      Phrase pair = pair(s, i);
      return pair != null ? pair : nouns.of(s, i);
    }
    return null;
  }

  private Phrase pronoun(int s, int i, String form) {
    return switch (form) {
      case "he", "him", "his", "himself", "she", "her", "hers", "herself" ->
          search(s, i, Kind.PERSON);
      case "it", "its", "itself" -> isExpletive(trees.get(s), i) ? null : search(s, i, Kind.BODY);
      case "they", "them", "their", "theirs", "themselves" -> search(s, i, Kind.PLURAL);
      default -> null;
    };
  }

  private Phrase speaker(int s, int i) {
    Voice voice = attributions.voice(s, i);
    if (!attributions.isQuoted(s, i) || voice.speaker() == null) {
      return null;
    }
    return fuller(voice.speaker());
  }

  /** "It is clear that", "it is up to": the pronoun refers to nothing. */
  private static boolean isExpletive(SentenceTree tree, int i) {
    if (tree.hasRelation(i, "expl")) {
      return true;
    }
    int head = tree.head(i);
    return head != NONE
        && tree.hasRelation(i, "nsubj")
        && tree.hasChild(head, "cop")
        && tree.hasChild(head, "csubj", "ccomp", "advcl", "xcomp");
  }

  private Phrase search(int s, int i, Kind kind) {
    SentenceTree tree = trees.get(s);
    boolean possessive = tree.xpos(i).equals("PRP$");
    Phrase inSentence = above(s, i, kind, possessive);
    if (inSentence != null) {
      return inSentence;
    }
    for (int back = 1; back <= SENTENCES_BACK && s - back >= 0; back++) {
      int before = s - back;
      SentenceTree earlier = trees.get(before);
      if (tree.sentence().paragraph() - earlier.sentence().paragraph() > 1) {
        return null;
      }
      Phrase phrase = fromSentence(before, kind);
      if (phrase != null) {
        return phrase;
      }
    }
    return null;
  }

  /**
   * Subjects and objects of the clauses above, the nearest first. An argument is never its own
   * verb's subject, said or shared: "it accused" and "accused it" are two (principle B, Chomsky
   * 1981); a reflexive always is.
   */
  private Phrase above(int s, int i, Kind kind, boolean possessive) {
    SentenceTree tree = trees.get(s);
    int own = Clauses.governor(tree, i);
    int shared = own == NONE ? NONE : Clauses.subject(tree, own);
    boolean reflexive = REFLEXIVE.contains(tree.form(i).toLowerCase(Locale.ROOT));
    if (reflexive && usable(tree, shared, i) && fits(s, shared, kind)) {
      return fuller(s, shared, kind);
    }
    int fronted = possessive || reflexive ? NONE : frontedSubject(tree, i, own);
    if (usable(tree, fronted, i) && fits(s, fronted, kind)) {
      return fuller(s, fronted, kind);
    }
    int thanked = possessive ? objectOfReason(tree, i, own) : NONE;
    if (usable(tree, thanked, i) && fits(s, thanked, kind)) {
      return fuller(s, thanked, kind);
    }
    int barred = possessive || reflexive ? NONE : shared;
    int clause = own;
    for (int step = 0; step < 8 && clause != NONE; step++) {
      boolean ownClause = clause == own;
      int subject = Clauses.subject(tree, clause);
      if (!ownClause && subject != NONE && subject == barred) {
        return onlyOther(s, clause, i, kind);
      }
      boolean cataphor = subject > i;
      boolean ahead = cataphor && possessive && ownClause;
      if (usable(tree, subject, i)
          && (!ownClause || possessive)
          && (!cataphor || ahead)
          && fits(s, subject, kind)
          && !crossesPlural(tree, subject, i, kind)) {
        return speaks(s, i, subject) ? null : fuller(s, subject, kind);
      }
      int agent = tree.child(clause, "obl:agent");
      if (possessive && ownClause && usable(tree, agent, i) && agent < i && fits(s, agent, kind)) {
        return fuller(s, agent, kind);
      }
      int owner = subject == NONE ? NONE : tree.child(subject, "nmod:poss");
      boolean owners = kind == Kind.PERSON ? !ownClause : kind == Kind.BODY && possessive;
      if (owners
          && usable(tree, owner, i)
          && owner < i
          && !fits(s, subject, kind)
          && fits(s, owner, kind)) {
        return fuller(s, owner, kind);
      }
      int object = tree.child(clause, "obj", "iobj");
      boolean near = !ownClause || possessive && kind == Kind.BODY;
      if (near && usable(tree, object, i) && object < i && fits(s, object, kind)) {
        return fuller(s, object, kind);
      }
      clause = Clauses.governor(tree, clause);
    }
    return null;
  }

  /** "When Oman sold the ships, it asked for": who is the subject of both clauses. */
  private static int frontedSubject(SentenceTree tree, int pronoun, int verb) {
    if (verb == NONE || !tree.hasRelation(pronoun, "nsubj") || tree.head(pronoun) != verb) {
      return NONE;
    }
    for (int child : tree.children(verb)) {
      if (child < pronoun && tree.hasRelation(child, "advcl") && Clauses.isFinite(tree, child)) {
        return Clauses.ownSubject(tree, child);
      }
    }
    return NONE;
  }

  /**
   * "Thanked Oman for its help", "imposed a ban on Oman for its raid": the reason lies with who is
   * thanked or blamed.
   */
  private static int objectOfReason(SentenceTree tree, int possessive, int verb) {
    int reason = tree.head(possessive);
    boolean direct = reason != NONE && tree.head(reason) == verb && verb != NONE;
    if (!direct || !REASON.contains(Clauses.preposition(tree, reason))) {
      return NONE;
    }
    int object = tree.child(verb, "obj");
    for (int phrase : object == NONE ? List.<Integer>of() : List.of(object, verb)) {
      for (int child : tree.children(phrase)) {
        boolean punished = Set.of("on", "against").contains(Clauses.preposition(tree, child));
        if (punished && child < possessive && tree.hasRelation(child, "nmod", "obl")) {
          return child;
        }
      }
    }
    return object < possessive ? object : NONE;
  }

  /** The object of a clause, else the only party beside its subject before the pronoun. */
  private Phrase onlyOther(int s, int clause, int pronoun, Kind kind) {
    SentenceTree tree = trees.get(s);
    int object = tree.child(clause, "obj", "iobj");
    if (usable(tree, object, pronoun) && object < pronoun && fits(s, object, kind)) {
      return fuller(s, object, kind);
    }
    int only = only(s, clause + 1, pronoun, kind, k -> Clauses.governor(tree, k) == clause);
    return only == NONE ? null : fuller(s, only, kind);
  }

  /** The only mention between two words that fits and is wanted; none if there are more. */
  private int only(int s, int from, int to, Kind kind, IntPredicate wanted) {
    SentenceTree tree = trees.get(s);
    int only = NONE;
    for (int i = from; i < to; i++) {
      boolean inside = tree.hasRelation(i, "compound", "flat", "amod", "appos", "conj");
      if (!inside && wanted.test(i) && fits(s, i, kind)) {
        if (only != NONE) {
          return NONE;
        }
        only = i;
      }
    }
    return only;
  }

  /** Before a single party a plural noun that stands nearer is the likelier "they". */
  private static boolean crossesPlural(SentenceTree tree, int candidate, int pronoun, Kind kind) {
    boolean single =
        !NounPhrases.isPlural(tree, candidate) && NounPhrases.members(tree, candidate).size() == 1;
    if (kind != Kind.PLURAL || !single || tree.is(candidate, "PRON")) {
      return false;
    }
    for (int i = candidate + 1; i < pronoun; i++) {
      if (NounPhrases.isPlural(tree, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean usable(SentenceTree tree, int candidate, int pronoun) {
    return candidate != NONE && candidate != pronoun && !tree.dominates(candidate, pronoun);
  }

  /** Who speaks a quotation is not "he" in it. */
  private boolean speaks(int s, int pronoun, int candidate) {
    Voice voice = attributions.voice(s, pronoun);
    return attributions.isQuoted(s, pronoun)
        && voice.speaker() != null
        && voice.speaker().sentence() == trees.get(s).sentence().index()
        && voice.speaker().head() == candidate;
  }

  /** The subject of the sentence, else the only mention that fits. */
  private Phrase fromSentence(int s, Kind kind) {
    SentenceTree tree = trees.get(s);
    for (int i = 0; i < tree.size(); i++) {
      if (tree.head(i) == NONE && Clauses.isPredicate(tree, i)) {
        int subject = Clauses.subject(tree, i);
        if (subject != NONE && fits(s, subject, kind)) {
          return fuller(s, subject, kind);
        }
      }
    }
    int only = only(s, 0, tree.size(), kind, i -> !tree.is(i, "PRON"));
    return only == NONE || kind == Kind.PLURAL ? null : fuller(s, only, kind);
  }

  private boolean fits(int s, int i, Kind kind) {
    SentenceTree tree = trees.get(s);
    String form = tree.form(i).toLowerCase(Locale.ROOT);
    boolean pronoun = tree.xpos(i).startsWith("PRP");
    boolean compound = NounPhrases.members(tree, i).size() > 1;
    return switch (kind) {
      case PERSON ->
          !compound
              && (pronoun
                  ? Set.of("he", "she").contains(form) && found[s][i] != null
                  : tree.entity(i).equals("PERSON")
                      || PERSON_NOUNS.contains(tree.lemma(i)) && !NounPhrases.isPlural(tree, i));
      case BODY ->
          !compound
              && (pronoun
                  ? form.equals("it") && found[s][i] != null
                  : isBody(tree, i) && (isNamedBody(tree, i) || !NounPhrases.isPlural(tree, i)));
      case PLURAL ->
          pronoun
              ? form.equals("they") && found[s][i] != null
              : compound && NounPhrases.namesParty(NounPhrases.compound(tree, i))
                  || NounPhrases.isPlural(tree, i)
                      && (WordLists.PEOPLE.contains(tree.lemma(i))
                          || tree.is(i, "PROPN")
                          || tree.entity(i).equals("NORP"))
                  || Set.of("GPE", "ORG").contains(tree.entity(i));
    };
  }

  /** A name of many is one body: the United Arab Emirates, the Royal Marines. */
  private static boolean isNamedBody(SentenceTree tree, int i) {
    return tree.is(i, "PROPN") && Set.of("GPE", "ORG").contains(tree.entity(i));
  }

  private static boolean isBody(SentenceTree tree, int i) {
    return Set.of("GPE", "ORG").contains(tree.entity(i))
        || tree.is(i, "NOUN", "PROPN")
            && !PERSON_NOUNS.contains(tree.lemma(i))
            && (WordLists.SHORT_FORMS.contains(tree.lemma(i))
                || BODY_NOUNS.contains(tree.lemma(i)));
  }

  /** "Each other" and "one another" are the parties of the subject. */
  private Phrase reciprocal(int s, int i) {
    SentenceTree tree = trees.get(s);
    boolean pair = isPair(tree, i - 1) || isPair(tree, i);
    int verb = pair ? Clauses.governor(tree, i) : NONE;
    int subject = verb == NONE ? NONE : Clauses.subject(tree, verb);
    if (subject == NONE || subject >= i) {
      return null;
    }
    Phrase named = tree.is(subject, "PRON") ? null : NounPhrases.compound(tree, subject);
    return found[s][subject] == null ? named : found[s][subject];
  }

  private static boolean isPair(SentenceTree tree, int first) {
    if (first < 0 || first + 1 >= tree.size()) {
      return false;
    }
    String words = (tree.form(first) + ' ' + tree.form(first + 1)).toLowerCase(Locale.ROOT);
    return words.equals("each other") || words.equals("one another");
  }

  /** "Both countries", "the two leaders": two parties last named together. */
  private Phrase pair(int s, int i) {
    SentenceTree tree = trees.get(s);
    if (!NounPhrases.isPlural(tree, i)
        || !PAIR_NOUNS.contains(tree.lemma(i))
        || !takesUpPair(tree, i)) {
      return null;
    }
    for (int back = 0; back <= SENTENCES_BACK && s - back >= 0; back++) {
      SentenceTree earlier = trees.get(s - back);
      int from = back == 0 ? i - 1 : earlier.size() - 1;
      for (int k = from; k >= 0; k--) {
        boolean first = !earlier.hasRelation(k, "conj");
        if (first && NounPhrases.isNominal(earlier, k) && bothNamed(earlier, k)) {
          return NounPhrases.compound(earlier, k);
        }
      }
    }
    return null;
  }

  private static boolean takesUpPair(SentenceTree tree, int i) {
    for (int child : tree.children(i)) {
      String word = tree.lemma(child);
      boolean counts = word.equals("both") || word.equals("two");
      if (UNCOUNTED.contains(word)) {
        return false;
      }
      if (counts || tree.relation(child).equals("nmod:poss") && word.startsWith("the")) {
        return true;
      }
      if (!tree.hasRelation(child, "det", "case", "punct", "nmod:poss")) {
        return false;
      }
    }
    return tree.hasChild(i, "det") && DefiniteNouns.PLACES.contains(tree.lemma(i));
  }

  private static boolean bothNamed(SentenceTree tree, int k) {
    List<Integer> members = NounPhrases.members(tree, k);
    if (members.size() != 2) {
      return false;
    }
    for (int member : members) {
      if (!NounPhrases.namesParty(NounPhrases.core(tree, member)) || tree.is(member, "PRON")) {
        return false;
      }
    }
    return true;
  }

  private Phrase fuller(Phrase phrase) {
    Phrase[] known = found[phrase.sentence()];
    Phrase before = known == null ? null : known[phrase.head()];
    return before != null ? before : phrase;
  }

  private Phrase fuller(int s, int head, Kind kind) {
    Phrase before = found[s] == null ? null : found[s][head];
    SentenceTree tree = trees.get(s);
    boolean compound = kind == Kind.PLURAL && NounPhrases.members(tree, head).size() > 1;
    if (before != null && !compound) {
      return before;
    }
    return switch (kind) {
      case PERSON -> Names.fullest(tree, head);
      case BODY -> NounPhrases.core(tree, head);
      case PLURAL -> NounPhrases.compound(tree, head);
    };
  }
}
