package org.tensiometer.claims.attribution;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.grammar.WordLists;

/** Words that introduce what somebody says, from reporting-words.tsv. */
public final class ReportingWords {

  /** What kind of report a word makes; see reporting-words.tsv. */
  public enum Kind {
    SAY,
    ACT,
    JUDGE,
    BELIEF,
    QUOTE,
    SHOW
  }

  private static final Set<String> SOURCE_PREPOSITIONS =
      WordLists.words(ReportingWords.class, "source-prepositions.txt");
  static final Set<String> EXPRESSING =
      WordLists.words(ReportingWords.class, "expressing-verbs.txt");

  private static final Map<String, Kind> KINDS = read();

  private ReportingWords() {}

  /** Kind of report that a token makes; null if it reports nothing. */
  public static Kind kind(SentenceTree tree, int i) {
    return KINDS.get(tree.lemma(i) + '/' + tree.upos(i));
  }

  /** Whether the word only reports and is no act that could be coded. */
  public static boolean isPlain(SentenceTree tree, int i) {
    Kind kind = kind(tree, i);
    return kind == Kind.SAY || kind == Kind.QUOTE;
  }

  /** Whether a preposition names the source of its clause: according_to. */
  public static boolean isSourcePreposition(String preposition) {
    return SOURCE_PREPOSITIONS.contains(preposition);
  }

  private static Map<String, Kind> read() {
    Map<String, Kind> kinds = new HashMap<>();
    for (String line : WordLists.lines(ReportingWords.class, "reporting-words.tsv")) {
      String[] fields = line.split("\t");
      kinds.put(
          fields[0] + '/' + fields[1], Kind.valueOf(fields[2].toUpperCase(java.util.Locale.ROOT)));
    }
    return Map.copyOf(kinds);
  }
}
