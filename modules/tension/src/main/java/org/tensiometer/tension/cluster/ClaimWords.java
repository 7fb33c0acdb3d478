package org.tensiometer.tension.cluster;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.tensiometer.tension.config.CommonWords;

/**
 * What a sentence says beside the names of its parties, made for comparison: its content words by
 * their beginnings, with names (of places above all) marked. Immutable.
 *
 * <p>A word is a number of 16 bits: 15 of a hash, and the lowest set for a name. Different words
 * that meet in one number make two sentences seem a little more alike, the same on every machine.
 */
final class ClaimWords {

  static final ClaimWords NONE = new ClaimWords(new int[0]);

  // Most endings of English words lie behind their sixth letter: missile(s), attack(ed),
  // threat(ened).
  private static final int LETTERS_COMPARED = 6;
  private static final int WORDS_KEPT = 40;
  private static final int NAME = 1;
  private static final int HASH_SHIFT = 17;
  private static final int HASH_FACTOR = 0x9E3779B1;
  private static final int NUMBER_MASK = 0xFFFF;

  private final int[] numbers;
  private final int weight;

  private ClaimWords(int[] sorted) {
    numbers = sorted;
    int sum = 0;
    for (int number : sorted) {
      sum += weightOf(number);
    }
    weight = sum;
  }

  /**
   * @param sentence words of the sentence
   * @param parties words for the parties of the claim, which all claims of a pair share
   */
  static ClaimWords of(SentenceWords sentence, Collection<String> parties, CommonWords common) {
    List<String> left = names(parties);
    List<String> words = sentence.inSmallLetters();
    boolean headline = sentence.isHeadline();
    int[] numbers = new int[WORDS_KEPT];
    int size = 0;
    for (int i = 0; i < words.size() && size < WORDS_KEPT; i++) {
      String small = words.get(i);
      String start = beginning(small);
      if (saysSomething(small) && !common.contains(small) && !left.contains(start)) {
        // Where most words are capitalised, or at the start, it tells no names.
        boolean name = !headline && i > 0 && sentence.isCapitalised(i);
        size = insert(numbers, size, hash(start) << 1 | (name ? NAME : 0));
      }
    }
    return new ClaimWords(Arrays.copyOf(numbers, size));
  }

  // So few that a list is looked through sooner than a set is made.
  private static List<String> names(Collection<String> parties) {
    List<String> names = new ArrayList<>();
    for (String party : parties) {
      SentenceWords words = SentenceWords.of(party);
      for (int i = 0; i < words.inSmallLetters().size(); i++) {
        if (words.isCapitalised(i)) {
          names.add(beginning(words.inSmallLetters().get(i)));
        }
      }
    }
    return names;
  }

  // A word stands once, as a name if it is one anywhere.
  private static int insert(int[] sorted, int size, int number) {
    int at = size;
    while (at > 0 && sorted[at - 1] >> 1 >= number >> 1) {
      at--;
    }
    if (at < size && sorted[at] >> 1 == number >> 1) {
      sorted[at] |= number;
      return size;
    }
    System.arraycopy(sorted, at, sorted, at + 1, size - at);
    sorted[at] = number;
    return size + 1;
  }

  private static boolean saysSomething(String word) {
    return word.length() > 1 || Character.isDigit(word.charAt(0));
  }

  private static String beginning(String word) {
    return word.length() <= LETTERS_COMPARED ? word : word.substring(0, LETTERS_COMPARED);
  }

  private static int hash(String text) {
    return text.hashCode() * HASH_FACTOR >>> HASH_SHIFT;
  }

  /** Reads what {@link #bytes} wrote. */
  static ClaimWords of(ByteBuffer bytes) {
    if (!bytes.hasRemaining()) {
      return NONE;
    }
    ByteBuffer in = bytes.duplicate();
    int[] numbers = new int[in.remaining() / Short.BYTES];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.getShort() & NUMBER_MASK;
    }
    return new ClaimWords(numbers);
  }

  /** Two bytes for each word, sorted. */
  ByteBuffer bytes() {
    ByteBuffer out = ByteBuffer.allocate(numbers.length * Short.BYTES);
    for (int number : numbers) {
      out.putShort((short) number);
    }
    return out.flip();
  }

  /** Whether the sentence says nothing beside that it happened. */
  boolean isEmpty() {
    return numbers.length == 0;
  }

  /**
   * Whether the words in common weigh at least that percentage of the sentence that has less to
   * say. Names weigh twice. Sentences without words are similar to each other only.
   */
  boolean isSimilarTo(ClaimWords other, int percent) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() && other.isEmpty();
    }
    return isSimilarTo(other, sharedWith(other), percent);
  }

  /** The same of two sentences with words, where the weight of those in common is known. */
  boolean isSimilarTo(ClaimWords other, int shared, int percent) {
    return 100L * shared >= (long) percent * Math.min(weight, other.weight);
  }

  /** Number of different words. */
  int size() {
    return numbers.length;
  }

  /** A word, as a number; they are sorted. */
  int word(int index) {
    return numbers[index] >> 1;
  }

  /** Weight of that word in this sentence: 1, or 2 for a name. */
  int weight(int index) {
    return weightOf(numbers[index]);
  }

  private int sharedWith(ClaimWords other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < numbers.length && j < other.numbers.length) {
      int mine = numbers[i] >> 1;
      int its = other.numbers[j] >> 1;
      if (mine == its) {
        shared += Math.min(weightOf(numbers[i]), weightOf(other.numbers[j]));
      }
      i += mine <= its ? 1 : 0;
      j += its <= mine ? 1 : 0;
    }
    return shared;
  }

  private static int weightOf(int number) {
    return 1 + (number & NAME);
  }
}
