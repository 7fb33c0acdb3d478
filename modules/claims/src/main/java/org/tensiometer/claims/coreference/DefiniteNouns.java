package org.tensiometer.claims.coreference;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.List;
import java.util.Set;
import org.tensiometer.claims.attribution.Attributions;
import org.tensiometer.claims.attribution.Voice;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.NounPhrases;
import org.tensiometer.claims.grammar.Phrase;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.grammar.WordLists;

/** What a noun with nothing but a definite article takes up: the ministry, the activists. */
final class DefiniteNouns {

  /** Nouns that take up the name of a country. */
  static final Set<String> PLACES = Set.of("country", "nation", "kingdom", "republic", "state");

  private static final Set<String> ACCUSING =
      WordLists.words(DefiniteNouns.class, "accusing-verbs.txt");
  private static final Set<String> BORDERS = Set.of("border", "frontier");
  private static final int SENTENCES_BACK = 6;
  private static final int STATEMENTS_BACK = 2;

  private final List<SentenceTree> trees;
  private final Attributions attributions;
  private final Phrase[][] found;

  /**
   * @param found antecedents known so far, by sentence and token; filled by the caller
   */
  DefiniteNouns(List<SentenceTree> trees, Attributions attributions, Phrase[][] found) {
    this.trees = trees;
    this.attributions = attributions;
    this.found = found;
  }

  /** The fuller mention; null where there is none or the noun says itself who is meant. */
  Phrase of(int s, int i) {
    SentenceTree tree = trees.get(s);
    String lemma = tree.lemma(i);
    if (!isBareDefinite(tree, i)) {
      return null;
    }
    if (WordLists.WORD_NOUNS.contains(lemma)) {
      return whoseWords(s, i);
    }
    if (PLACES.contains(lemma) && !NounPhrases.isPlural(tree, i)) {
      return country(s, i);
    }
    boolean form = WordLists.SHORT_FORMS.contains(lemma) && !NounPhrases.isPlural(tree, i);
    if (form || WordLists.PEOPLE.contains(lemma) || BORDERS.contains(lemma)) {
      return before(s, lemma, NounPhrases.isPlural(tree, i));
    }
    return null;
  }

  private static boolean isBareDefinite(SentenceTree tree, int i) {
    boolean definite = false;
    for (int child : tree.children(i)) {
      if (tree.hasRelation(child, "det")) {
        definite = tree.lemma(child).equals("the");
      } else if (!tree.hasRelation(child, "case", "punct", "conj", "cc", "acl")) {
        return false;
      }
    }
    return definite;
  }

  /** "The country": the only one that is a subject before it, else that of an earlier sentence. */
  private Phrase country(int s, int i) {
    Phrase here = null;
    SentenceTree tree = trees.get(s);
    for (int k = 0; k < i; k++) {
      if (isCountrySubject(tree, k)) {
        if (here != null) {
          return null;
        }
        here = NounPhrases.core(tree, k);
      }
    }
    for (int before = s - 1; here == null && isNear(before, s, SENTENCES_BACK); before--) {
      SentenceTree earlier = trees.get(before);
      for (int k = 0; here == null && k < earlier.size(); k++) {
        here = isCountrySubject(earlier, k) ? NounPhrases.core(earlier, k) : null;
      }
    }
    return here;
  }

  private static boolean isCountrySubject(SentenceTree tree, int i) {
    return tree.entity(i).equals("GPE") && tree.hasRelation(i, "nsubj");
  }

  /** The last mention of the same noun that names a party. */
  private Phrase before(int s, String lemma, boolean plural) {
    for (int before = s - 1; isNear(before, s, SENTENCES_BACK); before--) {
      SentenceTree tree = trees.get(before);
      for (int i = tree.size() - 1; i >= 0; i--) {
        if (tree.lemma(i).equals(lemma) && NounPhrases.isPlural(tree, i) == plural) {
          Phrase phrase = BORDERS.contains(lemma) ? border(before, i) : fuller(tree, i);
          phrase = phrase == null ? found[before][i] : phrase;
          if (phrase != null) {
            return phrase;
          }
        }
      }
    }
    return null;
  }

  private static Phrase fuller(SentenceTree tree, int i) {
    Phrase phrase = Names.fullest(tree, i);
    boolean bare =
        NounPhrases.isPlural(tree, i) && phrase.first() < i && !tree.is(phrase.first(), "PRON");
    boolean longer = phrase.last() > phrase.first() + 1 || bare;
    return longer && NounPhrases.namesParty(named(phrase)) ? phrase : null;
  }

  /** Whose border it is: "the countries' border", "the border between Ruritania and Borduria". */
  private Phrase border(int s, int i) {
    SentenceTree tree = trees.get(s);
    int owner = tree.child(i, "nmod:poss");
    if (owner != NONE && found[s][owner] != null) {
      return found[s][owner];
    }
    Phrase phrase = NounPhrases.core(tree, i);
    return phrase.last() > phrase.first() + 1 && NounPhrases.namesParty(phrase) ? phrase : null;
  }

  /** The modifiers alone: the noun itself is what is to be explained. */
  private static Phrase named(Phrase phrase) {
    return phrase.head() > phrase.first()
        ? new Phrase(phrase.tree(), phrase.head(), phrase.first(), phrase.head() - 1)
        : phrase;
  }

  /**
   * "The allegations": who made them, which is the subject of the last verb of accusing before, or
   * else the last speaker.
   */
  private Phrase whoseWords(int s, int i) {
    SentenceTree tree = trees.get(s);
    int verb = Clauses.governor(tree, i);
    int own = verb == NONE ? NONE : Clauses.subject(tree, verb);
    for (int back = s; isNear(back, s, STATEMENTS_BACK); back--) {
      SentenceTree earlier = trees.get(back);
      for (int k = (back == s ? i : earlier.size()) - 1; k >= 0; k--) {
        Phrase who = accuser(back, k);
        if (who != null && !(back == s && who.head() == own)) {
          return who;
        }
      }
    }
    return null;
  }

  private Phrase accuser(int s, int k) {
    SentenceTree tree = trees.get(s);
    if (!Clauses.isPredicate(tree, k)) {
      return null;
    }
    if (ACCUSING.contains(tree.lemma(k))) {
      int subject = Clauses.subject(tree, k);
      return subject == NONE || Clauses.isPassive(tree, k) ? null : known(s, subject);
    }
    Voice voice = attributions.voice(s, k);
    boolean here = voice.speaker() != null && voice.speaker().sentence() == tree.sentence().index();
    return here ? known(s, voice.speaker().head()) : null;
  }

  private Phrase known(int s, int head) {
    if (found[s] != null && found[s][head] != null) {
      return found[s][head];
    }
    Phrase phrase = NounPhrases.compound(trees.get(s), head);
    return NounPhrases.namesParty(phrase) ? phrase : null;
  }

  private static boolean isNear(int earlier, int s, int most) {
    return earlier >= 0 && s - earlier <= most;
  }
}
