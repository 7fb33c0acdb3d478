package org.tensiometer.claims.language.nlp4j;

import edu.emory.mathcs.nlp.component.tokenizer.EnglishTokenizer;
import edu.emory.mathcs.nlp.component.tokenizer.Tokenizer;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Words and punctuation of a paragraph. NLP4J's own offsets are not relied on: its words are looked
 * up again in the text one after the other, so that each span cuts out exactly its word.
 */
final class ParagraphTokenizer {

  /** Longer stretches without white space are cut: NLP4J's rules are not linear in their length. */
  static final int LONGEST_WORD = 200;

  private final Tokenizer tokenizer = new EnglishTokenizer();

  /**
   * @param normal the whole text as {@link NormalText}
   * @return spans in {@code normal}, in order, never empty, never overlapping
   */
  List<Span> tokenize(String normal, Span paragraph) {
    List<Span> spans = new ArrayList<>();
    int begin = paragraph.begin();
    int word = begin;
    for (int i = paragraph.begin(); i < paragraph.end(); i++) {
      if (NormalText.isSpace(normal.charAt(i))) {
        word = i + 1;
      } else if (i - word >= LONGEST_WORD && !Character.isLowSurrogate(normal.charAt(i))) {
        tokenizePart(normal, new Span(begin, i), spans);
        begin = i;
        word = i;
      }
    }
    tokenizePart(normal, new Span(begin, paragraph.end()), spans);
    return spans;
  }

  private void tokenizePart(String normal, Span part, List<Span> spans) {
    String text = part.of(normal);
    int first = spans.size();
    int at = part.begin();
    for (Token token : tokenizer.tokenize(text)) {
      Span span = find(normal, token.getWordForm(), at, part.end());
      if (span == null) {
        spans.subList(first, spans.size()).clear();
        byWhiteSpace(normal, part, spans);
        return;
      }
      if (span.begin() < span.end()) {
        add(normal, span, spans, first);
        at = span.end();
      }
    }
  }

  /** The next stretch that spells the word; only white space may be skipped. */
  private static Span find(String normal, String word, int from, int limit) {
    int begin = -1;
    int at = from;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (NormalText.isSpace(c)) {
        continue;
      }
      while (at < limit && NormalText.isSpace(normal.charAt(at))) {
        at++;
      }
      if (at >= limit || normal.charAt(at) != c) {
        return null;
      }
      if (begin < 0) {
        begin = at;
      }
      at++;
    }
    return begin < 0 ? new Span(from, from) : new Span(begin, at);
  }

  /** Halves of a surrogate pair belong together. */
  private static void add(String normal, Span span, List<Span> spans, int first) {
    boolean half =
        span.begin() > 0
            && Character.isLowSurrogate(normal.charAt(span.begin()))
            && Character.isHighSurrogate(normal.charAt(span.begin() - 1));
    if (half && spans.size() > first) {
      Span left = spans.remove(spans.size() - 1);
      spans.add(new Span(left.begin(), span.end()));
    } else if (isAbbreviatedNamePart(normal, span, spans)) {
      spans.add(new Span(span.begin(), span.end() - 1));
      spans.add(new Span(span.end() - 1, span.end()));
    } else {
      spans.add(span);
    }
  }

  /** <i>Choe Son-mi.</i>: behind a hyphen, {@code mi.} is no abbreviation of miles. */
  private static boolean isAbbreviatedNamePart(String normal, Span span, List<Span> spans) {
    Span left = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    return left != null
        && left.end() == span.begin()
        && left.of(normal).equals("-")
        && span.end() - span.begin() > 1
        && normal.charAt(span.end() - 1) == '.'
        && Character.isLetter(normal.charAt(span.end() - 2));
  }

  private static void byWhiteSpace(String normal, Span part, List<Span> spans) {
    int begin = -1;
    for (int i = part.begin(); i <= part.end(); i++) {
      boolean space = i == part.end() || NormalText.isSpace(normal.charAt(i));
      if (space && begin >= 0) {
        spans.add(new Span(begin, i));
        begin = -1;
      } else if (!space && begin < 0) {
        begin = i;
      }
    }
  }
}
