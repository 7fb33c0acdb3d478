package org.tensiometer.tension.cluster;

import java.util.Arrays;
import java.util.List;

/** From words to the places of the texts in a list that have them. Immutable. */
final class WordIndex {

  private static final int PLACE_SHIFT = 2;
  private static final int WEIGHT_MASK = 3;
  private static final int GONE = -1;

  private final int texts;
  private final int[] words;
  // The entries of words[i] are those from starts[i] to before starts[i + 1]: place and weight.
  private final int[] starts;
  private final int[] entries;

  private WordIndex(int texts, int[] words, int[] starts, int[] entries) {
    this.texts = texts;
    this.words = words;
    this.starts = starts;
    this.entries = entries;
  }

  static WordIndex of(List<Report.Text> texts) {
    long[] all = wordsWithPlaces(texts);
    Builder builder = new Builder(texts.size(), all.length, all.length);
    for (long one : all) {
      builder.add((int) (one >> Integer.SIZE), (int) one);
    }
    return builder.build();
  }

  private static long[] wordsWithPlaces(List<Report.Text> texts) {
    long[] all = new long[texts.stream().mapToInt(text -> text.words().size()).sum()];
    int next = 0;
    for (int place = 0; place < texts.size(); place++) {
      ClaimWords of = texts.get(place).words();
      for (int i = 0; i < of.size(); i++) {
        all[next++] =
            (long) of.word(i) << Integer.SIZE | (long) place << PLACE_SHIFT | of.weight(i);
      }
    }
    Arrays.sort(all);
    return all;
  }

  /**
   * The index of a part of the texts.
   *
   * @param left places of the texts that are left, ascending, which are those of the new index
   */
  WordIndex only(int[] left) {
    int[] newPlaces = new int[texts];
    Arrays.fill(newPlaces, GONE);
    for (int place = 0; place < left.length; place++) {
      newPlaces[left[place]] = place;
    }
    Builder builder = new Builder(left.length, words.length, entries.length);
    for (int i = 0; i < words.length; i++) {
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        int place = newPlaces[entries[e] >> PLACE_SHIFT];
        if (place != GONE) {
          builder.add(words[i], place << PLACE_SHIFT | entries[e] & WEIGHT_MASK);
        }
      }
    }
    return builder.build();
  }

  /** For each text by its place the weight of the words that it shares with this one. */
  int[] sharedWith(ClaimWords its) {
    int[] shared = new int[texts];
    for (int i = 0; i < its.size(); i++) {
      int at = Arrays.binarySearch(words, its.word(i));
      if (at >= 0) {
        int weight = its.weight(i);
        for (int e = starts[at]; e < starts[at + 1]; e++) {
          shared[entries[e] >> PLACE_SHIFT] += Math.min(entries[e] & WEIGHT_MASK, weight);
        }
      }
    }
    return shared;
  }

  /** Takes words in their order, each with its texts. */
  private static final class Builder {

    private final int texts;
    private final int[] words;
    private final int[] starts;
    private final int[] entries;
    private int found;
    private int size;

    private Builder(int texts, int mostWords, int mostEntries) {
      this.texts = texts;
      this.words = new int[mostWords];
      this.starts = new int[mostWords + 1];
      this.entries = new int[mostEntries];
    }

    private void add(int word, int entry) {
      if (found == 0 || words[found - 1] != word) {
        words[found] = word;
        starts[found] = size;
        found++;
      }
      entries[size++] = entry;
    }

    private WordIndex build() {
      starts[found] = size;
      return new WordIndex(
          texts,
          Arrays.copyOf(words, found),
          Arrays.copyOf(starts, found + 1),
          Arrays.copyOf(entries, size));
    }
  }
}
