package org.tensiometer.tension.cluster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** The words of a text, runs of letters and digits, found once for all that asks for them. */
final class SentenceWords {

  // Only these become small otherwise than letter by letter: one by what stands around it, one as
  // two characters.
  private static final char SIGMA = '\u03a3';
  private static final char DOTTED_I = '\u0130';

  // Of a word and the space after it.
  private static final int TYPICAL_LENGTH = 5;

  private final List<String> small;
  private final BitSet capitalised;
  private final List<String> ofSmallText;

  private SentenceWords(List<String> small, BitSet capitalised, List<String> ofSmallText) {
    this.small = small;
    this.capitalised = capitalised;
    this.ofSmallText = ofSmallText;
  }

  static SentenceWords of(String text) {
    String smallText = text.toLowerCase(Locale.ROOT);
    boolean letterByLetter = text.indexOf(SIGMA) < 0 && text.indexOf(DOTTED_I) < 0;
    List<String> small = new ArrayList<>(text.length() / TYPICAL_LENGTH + 1);
    BitSet capitalised = new BitSet();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean within = i < text.length() && isPartOfAWord(text.charAt(i));
      if (within && start < 0) {
        start = i;
      } else if (!within && start >= 0) {
        capitalised.set(small.size(), Character.isUpperCase(text.charAt(start)));
        small.add(
            letterByLetter
                ? smallText.substring(start, i)
                : text.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
    return new SentenceWords(
        small, capitalised, letterByLetter ? small : of(smallText).inSmallLetters());
  }

  private static boolean isPartOfAWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  /** Each word in small letters. */
  List<String> inSmallLetters() {
    return small;
  }

  /** Whether that word began with a capital. */
  boolean isCapitalised(int word) {
    return capitalised.get(word);
  }

  /** Whether most words begin with a capital, so that it tells no names. */
  boolean isHeadline() {
    return 2 * capitalised.cardinality() > small.size();
  }

  /** The words of the text after all of it was put into small letters. */
  List<String> ofSmallText() {
    return ofSmallText;
  }
}
