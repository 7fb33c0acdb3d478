package org.tensiometer.tension.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Texts of one kind by their words, so that those similar to a text are found without comparing it
 * with each: texts that share no word are never similar, unless neither has any. Immutable.
 */
final class SimilarTexts {

  private static final int TEXT_SHIFT = 2;
  private static final int WEIGHT_MASK = 3;

  private final List<Report.Text> texts;
  private final int[] words;
  // The entries of words[i] are those from starts[i] to before starts[i + 1]: text and weight.
  private final int[] starts;
  private final int[] entries;

  SimilarTexts(List<Report.Text> texts) {
    this.texts = texts;
    long[] all = wordsWithTexts(texts);
    this.entries = new int[all.length];
    int[] found = new int[all.length];
    int[] from = new int[all.length + 1];
    int count = 0;
    for (int i = 0; i < all.length; i++) {
      int word = (int) (all[i] >> Integer.SIZE);
      if (count == 0 || found[count - 1] != word) {
        found[count] = word;
        from[count] = i;
        count++;
      }
      entries[i] = (int) all[i];
    }
    from[count] = all.length;
    this.words = Arrays.copyOf(found, count);
    this.starts = Arrays.copyOf(from, count + 1);
  }

  private static long[] wordsWithTexts(List<Report.Text> texts) {
    long[] all = new long[texts.stream().mapToInt(text -> text.words().size()).sum()];
    int next = 0;
    for (int t = 0; t < texts.size(); t++) {
      ClaimWords of = texts.get(t).words();
      for (int i = 0; i < of.size(); i++) {
        all[next++] = (long) of.word(i) << Integer.SIZE | (long) t << TEXT_SHIFT | of.weight(i);
      }
    }
    Arrays.sort(all);
    return all;
  }

  /** Gives the numbers of the texts that tell of the same event as this one, in their order. */
  void forEachLike(Report.Text text, int similarityPercent, IntConsumer found) {
    forEachLike(text, 0, t -> true, similarityPercent, found);
  }

  /**
   * The same of the texts from a number on, leaving out those of which it is not worth knowing:
   * where one similar text is as good as many, that spares most comparisons.
   *
   * @param wanted asked of a text before it is compared
   */
  void forEachLike(
      Report.Text text, int from, IntPredicate wanted, int similarityPercent, IntConsumer found) {
    int[] shared = sharedWith(text.words(), from);
    boolean empty = text.words().isEmpty();
    for (int t = from; t < shared.length; t++) {
      if ((empty || shared[t] > 0)
          && wanted.test(t)
          && isLike(text, texts.get(t), shared[t], similarityPercent)) {
        found.accept(t);
      }
    }
  }

  private static boolean isLike(
      Report.Text text, Report.Text other, int shared, int similarityPercent) {
    return text.words().isEmpty()
        ? text.tellsOfTheSame(other, similarityPercent)
        : text.tellsOfTheSame(other, shared, similarityPercent);
  }

  private int[] sharedWith(ClaimWords its, int from) {
    int[] shared = new int[texts.size()];
    for (int i = 0; i < its.size(); i++) {
      int at = Arrays.binarySearch(words, its.word(i));
      if (at >= 0) {
        int weight = its.weight(i);
        // Texts are in their order within a word: the last ones are those from there on.
        for (int e = starts[at + 1] - 1; e >= starts[at] && entries[e] >> TEXT_SHIFT >= from; e--) {
          shared[entries[e] >> TEXT_SHIFT] += Math.min(entries[e] & WEIGHT_MASK, weight);
        }
      }
    }
    return shared;
  }
}
