package org.tensiometer.claims.language;

import java.util.ArrayList;
import java.util.List;

/**
 * CoNLL-U, the exchange format of Universal Dependencies (universaldependencies.org/format.html).
 * The MISC column carries what the format has no column for: {@code Entity=B-GPE} and {@code
 * Begin=12|End=18} in UTF-16 units of the whole text.
 */
public final class Conllu {

  private static final int COLUMNS = 10;

  private Conllu() {}

  /** The sentences as CoNLL-U; {@code text} is the text that was analysed. */
  public static String write(String text, List<AnalysedSentence> sentences) {
    StringBuilder out = new StringBuilder();
    for (AnalysedSentence sentence : sentences) {
      out.append("# sent_id = ").append(sentence.index()).append('\n');
      out.append("# paragraph = ").append(sentence.paragraph()).append('\n');
      out.append("# begin = ").append(sentence.begin()).append('\n');
      out.append("# text = ")
          .append(text.substring(sentence.begin(), sentence.end()).replaceAll("\\s", " "))
          .append('\n');
      for (AnalysedToken token : sentence.tokens()) {
        appendRow(out, token);
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static void appendRow(StringBuilder out, AnalysedToken token) {
    out.append(token.index() + 1).append('\t');
    out.append(cell(token.form())).append('\t');
    out.append(cell(token.lemma())).append('\t');
    out.append(token.upos()).append('\t');
    out.append(token.xpos()).append('\t');
    out.append("_\t");
    out.append(token.head() + 1).append('\t');
    out.append(token.relation()).append('\t');
    out.append("_\t");
    out.append("Begin=").append(token.begin()).append("|End=").append(token.end());
    if (token.entity() != null) {
      out.append("|Entity=").append(token.entity());
    }
    out.append('\n');
  }

  private static String cell(String value) {
    return value.isEmpty() ? "_" : value.replaceAll("\\s", " ");
  }

  /**
   * The sentences of a CoNLL-U text written by {@link #write}. Without {@code Begin} and {@code
   * End}, offsets are those of the words joined by single spaces.
   *
   * @throws IllegalArgumentException when a row has not ten columns or a number is none
   */
  public static List<AnalysedSentence> read(String conllu) {
    List<AnalysedSentence> sentences = new ArrayList<>();
    List<AnalysedToken> tokens = new ArrayList<>();
    int paragraph = 0;
    int number = 0;
    for (String line : (conllu + "\n\n").split("\n", -1)) {
      number++;
      if (line.isBlank()) {
        if (!tokens.isEmpty()) {
          sentences.add(
              new AnalysedSentence(
                  sentences.size(),
                  paragraph,
                  tokens.get(0).begin(),
                  tokens.get(tokens.size() - 1).end(),
                  tokens));
          tokens = new ArrayList<>();
        }
      } else if (line.startsWith("# paragraph = ")) {
        paragraph = integer(line.substring("# paragraph = ".length()), number);
      } else if (!line.startsWith("#")) {
        int next = tokens.isEmpty() ? start(sentences) : tokens.get(tokens.size() - 1).end() + 1;
        tokens.add(row(line, number, next));
      }
    }
    return sentences;
  }

  private static int start(List<AnalysedSentence> sentences) {
    return sentences.isEmpty() ? 0 : sentences.get(sentences.size() - 1).end() + 1;
  }

  private static AnalysedToken row(String line, int number, int next) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(
          "CoNLL-U line %d has %d columns, needs %d: %s"
              .formatted(number, cells.length, COLUMNS, line));
    }
    int begin = next;
    int end = next + cells[1].length();
    String entity = null;
    for (String item : cells[9].split("\\|")) {
      String value = item.substring(item.indexOf('=') + 1);
      if (item.startsWith("Begin=")) {
        begin = integer(value, number);
      } else if (item.startsWith("End=")) {
        end = integer(value, number);
      } else if (item.startsWith("Entity=")) {
        entity = value;
      }
    }
    return new AnalysedToken(
        integer(cells[0], number) - 1,
        begin,
        end,
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        entity,
        integer(cells[6], number) - 1,
        cells[7]);
  }

  private static int integer(String value, int line) {
    try {
      return Integer.parseInt(value.trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "CoNLL-U line %d: '%s' is not a number".formatted(line, value), e);
    }
  }
}
