package org.tensiometer.claims.language.nlp4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sentences among the words of a paragraph. A final mark ends one, together with the quotation
 * marks and brackets that follow it without a space; so a closing curly quote is never a sentence
 * of its own. No sentence ends before a word in lower case (<i>"Why?" she asked</i>). An
 * abbreviation such as <i>U.S.</i> ends one only before a word that opens sentences.
 */
final class SentenceSplitter {

  /**
   * Longest stretch handed to the tagger and the parser, in words. The parser's time can grow with
   * the square of the length; real sentences of news have at most some 150 words, and what is
   * longer is a table or a list.
   */
  static final int LONGEST_SENTENCE = 300;

  private static final Set<String> OPENERS =
      Set.of(
          "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "This", "That", "These",
          "Those", "There", "But", "And", "In", "On", "At", "After", "Before", "While", "When",
          "If", "However", "His", "Her", "Its", "Their", "Our", "As", "Since", "Despite");

  private static final String CLOSERS = "\"')]}\u2019\u201D\u00BB";

  private SentenceSplitter() {}

  /**
   * @param text the published text
   * @param words spans of one paragraph in order
   * @return the words of each sentence, in order, none left out
   */
  static List<List<Span>> split(String text, List<Span> words) {
    List<List<Span>> sentences = new ArrayList<>();
    int begin = 0;
    int i = 0;
    while (i < words.size()) {
      int end = i + 1;
      if (isFinal(text, words.get(i))) {
        while (end < words.size()
            && end - begin < LONGEST_SENTENCE
            && closes(text, words.get(end - 1), words.get(end))) {
          end++;
        }
      }
      if (end == words.size()
          || end - begin >= LONGEST_SENTENCE
          || endsBefore(text, words.get(i), words.get(end))) {
        sentences.add(List.copyOf(words.subList(begin, end)));
        begin = end;
      }
      i = end;
    }
    return sentences;
  }

  private static boolean isFinal(String text, Span word) {
    for (int i = word.begin(); i < word.end(); i++) {
      if (!isFinalMark(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFinalMark(char c) {
    return c == '.'
        || c == '?'
        || c == '!'
        || c == '\u203C'
        || c == '\u2026'
        || c >= '\u2047' && c <= '\u2049';
  }

  private static boolean closes(String text, Span last, Span next) {
    if (next.begin() != last.end()) {
      return false;
    }
    for (int i = next.begin(); i < next.end(); i++) {
      if (CLOSERS.indexOf(text.charAt(i)) < 0 && !isFinalMark(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean endsBefore(String text, Span mark, Span next) {
    if (isFinal(text, mark)) {
      char first = text.charAt(next.begin());
      return !Character.isLowerCase(first) && ",;:".indexOf(first) < 0;
    }
    return isDottedAbbreviation(text, mark) && OPENERS.contains(next.of(text));
  }

  /** Letters each followed by a full stop: U.S., p.m. */
  private static boolean isDottedAbbreviation(String text, Span word) {
    int length = word.end() - word.begin();
    if (length < 4 || length % 2 != 0) {
      return false;
    }
    for (int i = word.begin(); i < word.end(); i += 2) {
      if (!Character.isLetter(text.charAt(i)) || text.charAt(i + 1) != '.') {
        return false;
      }
    }
    return true;
  }
}
