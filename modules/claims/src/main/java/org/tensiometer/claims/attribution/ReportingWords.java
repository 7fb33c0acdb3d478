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

  /** Nouns for texts and recordings, which show something or say what their author says. */
  static final Set<String> EVIDENCE = WordLists.words(ReportingWords.class, "evidence-nouns.txt");

  private static final Set<String> PASSING_ON = Set.of("report", "quote", "cite", "show");

  /** Verbs of speech that report with a topic: spoke about. */
  static final Set<String> TOPICAL = Set.of("speak", "talk");

  /** Verbs that say, of a survey or a document, what is in it. */
  static final Set<String> CONTAINING =
      Set.of("give", "have", "put", "include", "contain", "highlight", "provide", "offer", "omit");

  static final Set<String> ISSUING = WordLists.words(ReportingWords.class, "issuing-verbs.txt");

  private static final Map<String, Kind> KINDS = read();

  private ReportingWords() {}

  /** Kind of report that a token makes; null if it reports nothing. */
  public static Kind kind(SentenceTree tree, int i) {
    return KINDS.get(tree.lemma(i) + '/' + tree.upos(i));
  }

  /** Whether the source of a report is no voice of its own: an agency reports, a tape shows. */
  static boolean passesOn(SentenceTree tree, int cue, int source) {
    return PASSING_ON.contains(tree.lemma(cue)) || EVIDENCE.contains(tree.lemma(source));
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
