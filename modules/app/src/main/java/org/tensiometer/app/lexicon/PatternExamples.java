package org.tensiometer.app.lexicon;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tensiometer.app.Analysis;
import org.tensiometer.coding.Lexicon;
import org.tensiometer.coding.acts.ActPattern;

/**
 * The examples of a lexicon.
 *
 * @param examples by rule
 * @param without how many patterns have none
 */
public record PatternExamples(List<PatternExample> examples, long without) {

  /**
   * The examples beside the patterns of a lexicon.
   *
   * @param all whether also of those that come with the program
   */
  public static PatternExamples of(Lexicon lexicon, boolean all) {
    Set<ActPattern> known = new HashSet<>();
    if (!all) {
      known.addAll(Lexicon.bundled().acts().patterns().values());
    }
    Collection<ActPattern> patterns = lexicon.acts().patterns().values();
    List<ActPattern> asked = patterns.stream().filter(p -> !known.contains(p)).toList();
    List<PatternExample> examples =
        asked.stream()
            .filter(pattern -> pattern.example() != null)
            .map(PatternExample::of)
            .sorted(Comparator.comparing(PatternExample::rule))
            .toList();
    return new PatternExamples(examples, asked.size() - examples.size());
  }

  /** Codes every example as if it were published on a day. */
  public List<PatternExample.Result> run(Analysis analysis, LocalDate published) {
    return examples.parallelStream().map(example -> example.run(analysis, published)).toList();
  }
}
