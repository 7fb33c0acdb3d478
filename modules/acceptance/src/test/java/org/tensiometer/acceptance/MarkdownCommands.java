package org.tensiometer.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a Markdown file: every line of a block marked {@code sh} (a line that ends with a
 * backslash goes on in the next), and every whole command within a sentence. A block must be marked
 * {@code sh} or {@code text}, so that no command hides in an unmarked one.
 */
final class MarkdownCommands {

  private static final String FENCE = "```";
  private static final Set<String> MARKS = Set.of("sh", "text", "properties", "json");
  private static final Pattern INLINE =
      Pattern.compile("`((?:\\./tensiometer|mvn|kafka-[a-z-]+|kcat|docker|kubectl|curl) [^`]+)`");

  private MarkdownCommands() {}

  static List<String> of(Path file) throws IOException {
    List<String> commands = new ArrayList<>();
    StringBuilder command = new StringBuilder();
    String mark = null;
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.startsWith(FENCE)) {
        mark = mark == null ? mark(line, file, number) : null;
      } else if (mark == null) {
        Matcher inline = INLINE.matcher(line);
        while (inline.find()) {
          commands.add(inline.group(1));
        }
      } else if (mark.equals("sh") && !line.isBlank() && !line.startsWith("#")) {
        command.append(line);
        if (line.endsWith("\\")) {
          command.setLength(command.length() - 1);
        } else {
          commands.add(command.toString().strip());
          command.setLength(0);
        }
      }
    }
    return commands;
  }

  /** The lines of blocks that are not marked {@code sh}. */
  static List<String> linesNotRun(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    String mark = null;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(FENCE)) {
        mark = mark == null ? line.substring(FENCE.length()).strip() : null;
      } else if (mark != null && !mark.equals("sh")) {
        lines.add(line.strip());
      }
    }
    return lines;
  }

  private static String mark(String line, Path file, int number) {
    String mark = line.substring(FENCE.length()).strip();
    if (!MARKS.contains(mark)) {
      throw new AssertionError(
          file + ":" + number + ": a block must be marked with one of " + MARKS);
    }
    return mark;
  }
}
