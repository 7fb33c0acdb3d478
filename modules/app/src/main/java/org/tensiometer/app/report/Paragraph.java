package org.tensiometer.app.report;

import java.util.ArrayList;
import java.util.List;

/** Text broken at words. */
final class Paragraph {

  private Paragraph() {}

  /**
   * The text in lines.
   *
   * @param width columns with the indent; a longer word stands alone on a longer line
   * @param indent columns before every line
   */
  static List<String> lines(String text, int width, int indent) {
    List<String> lines = new ArrayList<>();
    String margin = " ".repeat(indent);
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (line.length() > 0 && indent + line.length() + 1 + word.length() > width) {
        lines.add(margin + line);
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(margin + line);
    return lines;
  }
}
