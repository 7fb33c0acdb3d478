package org.tensiometer.tension.cluster;

import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Texts that one after the other are found and then no longer looked for: where one similar text is
 * as good as many, most comparisons are spared. For one thread.
 */
final class TextsLeft {

  private final BitSet left = new BitSet();
  private SimilarTexts among;
  private int count;

  TextsLeft(SimilarTexts all) {
    this.among = all;
    this.count = all.size();
    left.set(0, count);
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean contains(int number) {
    return left.get(number);
  }

  /** Takes a text away; may be called while similar ones are given. */
  void remove(int number) {
    if (left.get(number)) {
      left.clear(number);
      count--;
    }
  }

  /** Gives the numbers of the texts left that tell of the same event as this one. */
  void forEachLike(Report.Text text, int similarityPercent, IntConsumer found) {
    // Each time half of what is left, so that all times together cost what the first one does.
    if (2 * count < among.size()) {
      among = among.only(left::get);
    }
    among.forEachLike(text, left::get, similarityPercent, found);
  }
}
