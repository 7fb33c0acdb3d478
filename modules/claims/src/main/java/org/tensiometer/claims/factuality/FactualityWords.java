package org.tensiometer.claims.factuality;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.grammar.WordLists;

/** The word lists of factuality: words that embed an act, and words of its own clause. */
final class FactualityWords {

  static final Set<String> TRANSPARENT =
      WordLists.words(FactualityWords.class, "transparent-verbs.txt");

  private static final Set<String> FINDING =
      WordLists.words(FactualityWords.class, "finding-verbs.txt");

  private static final Set<String> TAKING_PERSONS =
      WordLists.words(FactualityWords.class, "person-object-verbs.txt");

  private static final Map<String, Effect> EMBEDDING = new HashMap<>();
  private static final Set<String> NOT_FINITE = new HashSet<>();
  private static final Map<String, Effect> CLAUSE = new HashMap<>();

  static {
    for (String line : WordLists.lines(FactualityWords.class, "embedding-words.tsv")) {
      String[] fields = line.split("\t");
      EMBEDDING.put(fields[0] + '/' + fields[1], Effect.valueOf(fields[2]));
      if (fields.length > 3) {
        NOT_FINITE.add(fields[0] + '/' + fields[1]);
      }
    }
    for (String line : WordLists.lines(FactualityWords.class, "clause-words.tsv")) {
      String[] fields = line.split("\t");
      CLAUSE.put(fields[0] + '/' + fields[1], Effect.valueOf(fields[2]));
    }
  }

  /** Whether the object of a verb is who is asked, not what is asked for. */
  static boolean takesPerson(SentenceTree tree, int i) {
    return TAKING_PERSONS.contains(tree.lemma(i)) && phrasal(tree, i) == null;
  }

  private FactualityWords() {}

  /** What a word makes of the act in its complement; null if nothing. */
  static Effect embedding(SentenceTree tree, int i, boolean finite) {
    Effect phrasal = phrasal(tree, i);
    if (phrasal != null) {
      return phrasal;
    }
    String key = tree.lemma(i) + partOfSpeech(tree, i);
    return finite && NOT_FINITE.contains(key) ? null : EMBEDDING.get(key);
  }

  /** What a verb with its particle makes of its complement: called off, looks forward to. */
  private static Effect phrasal(SentenceTree tree, int i) {
    for (int child : tree.children(i)) {
      String key = tree.lemma(i) + ' ' + tree.lemma(child) + partOfSpeech(tree, i);
      if (tree.hasRelation(child, "advmod", "compound:prt") && EMBEDDING.containsKey(key)) {
        return EMBEDDING.get(key);
      }
    }
    return null;
  }

  private static String partOfSpeech(SentenceTree tree, int i) {
    return '/' + (tree.is(i, "AUX") ? "VERB" : tree.upos(i));
  }

  /** Whether a verb tells what was found out: if it was not found, it stays open. */
  static boolean isFinding(SentenceTree tree, int i) {
    return FINDING.contains(tree.lemma(i));
  }

  /** What a word makes of its own clause in a role (aux, adverb, mark ...); null if nothing. */
  static Effect clause(String word, String role) {
    return CLAUSE.get(word + '/' + role);
  }
}
