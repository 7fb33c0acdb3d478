package org.tensiometer.tension.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

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
    int[] shared = sharedWith(text.words());
    for (int t = 0; t < shared.length; t++) {
      boolean like =
          text.words().isEmpty()
              ? text.tellsOfTheSame(texts.get(t), similarityPercent)
              : shared[t] > 0 && text.tellsOfTheSame(texts.get(t), shared[t], similarityPercent);
      if (like) {
        found.accept(t);
      }
    }
  }

  private int[] sharedWith(ClaimWords its) {
    int[] shared = new int[texts.size()];
    for (int i = 0; i < its.size(); i++) {
      int at = Arrays.binarySearch(words, its.word(i));
      for (int e = at < 0 ? 0 : starts[at]; at >= 0 && e < starts[at + 1]; e++) {
        shared[entries[e] >> TEXT_SHIFT] += Math.min(entries[e] & WEIGHT_MASK, its.weight(i));
      }
    }
    return shared;
  }
}
