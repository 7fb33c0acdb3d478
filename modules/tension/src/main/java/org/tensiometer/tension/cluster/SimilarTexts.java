package org.tensiometer.tension.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Texts of one kind by their words, so that those similar to a text are found without comparing it
 * with each: texts that share no word are never similar, unless neither has any. Immutable.
 */
final class SimilarTexts {

  // So many are compared one by one sooner than by an index.
  private static final int FEW = 8;

  private final List<Report.Text> texts;
  private final int[] numbers;
  // Null if the texts are few.
  private final WordIndex index;

  SimilarTexts(List<Report.Text> texts) {
    this(texts, upTo(texts.size()), texts.size() <= FEW ? null : WordIndex.of(texts));
  }

  private static int[] upTo(int size) {
    int[] numbers = new int[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  private SimilarTexts(List<Report.Text> texts, int[] numbers, WordIndex index) {
    this.texts = texts;
    this.numbers = numbers;
    this.index = index;
  }

  int size() {
    return texts.size();
  }

  /** The texts that tell of one event together, be it by way of others. */
  Partition linked(int similarityPercent) {
    Partition partition = new Partition(texts.size());
    TextsLeft left = new TextsLeft(this);
    Deque<Integer> reached = new ArrayDeque<>();
    for (int first = 0; first < texts.size(); first++) {
      if (left.contains(first)) {
        left.remove(first);
        reached.add(first);
      }
      while (!reached.isEmpty()) {
        int one = reached.remove();
        left.forEachLike(
            texts.get(one),
            similarityPercent,
            other -> {
              left.remove(other);
              partition.link(one, other);
              reached.add(other);
            });
      }
    }
    return partition;
  }

  /** Fewer of the texts, at least those that are wanted, under the numbers that they have here. */
  SimilarTexts only(IntPredicate wanted) {
    if (index == null) {
      return this;
    }
    int[] places = new int[numbers.length];
    int count = 0;
    for (int place = 0; place < numbers.length; place++) {
      if (wanted.test(numbers[place])) {
        places[count++] = place;
      }
    }
    int[] left = Arrays.copyOf(places, count);
    List<Report.Text> some = new ArrayList<>(count);
    int[] theirNumbers = new int[count];
    for (int i = 0; i < count; i++) {
      some.add(texts.get(left[i]));
      theirNumbers[i] = numbers[left[i]];
    }
    return new SimilarTexts(some, theirNumbers, count <= FEW ? null : index.only(left));
  }

  /**
   * Gives the numbers of the texts that tell of the same event as this one, in their order.
   *
   * @param wanted asked of a text before it is compared
   */
  void forEachLike(
      Report.Text text, IntPredicate wanted, int similarityPercent, IntConsumer found) {
    if (index == null || text.words().isEmpty()) {
      for (int i = 0; i < numbers.length; i++) {
        if (wanted.test(numbers[i]) && text.tellsOfTheSame(texts.get(i), similarityPercent)) {
          found.accept(numbers[i]);
        }
      }
      return;
    }
    int[] shared = index.sharedWith(text.words());
    for (int i = 0; i < shared.length; i++) {
      if (shared[i] > 0
          && wanted.test(numbers[i])
          && text.tellsOfTheSame(texts.get(i), shared[i], similarityPercent)) {
        found.accept(numbers[i]);
      }
    }
  }
}
