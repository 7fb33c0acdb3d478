package org.tensiometer.app;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a command reads and writes: results to {@code out}, progress and problems to {@code err}.
 *
 * @param environment variables of the process
 * @param screen what {@code out} is shown on
 */
public record Console(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Screen screen) {

  /** Controls of both sets, ends of lines, and what turns the direction of reading. */
  private static final Pattern NO_WORDS =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

  public Console {
    environment = Map.copyOf(environment);
  }

  /** Without variables and without a terminal. */
  public Console(InputStream in, PrintWriter out, PrintWriter err) {
    this(in, out, err, Map.of(), Screen.PLAIN);
  }

  /**
   * Tells the user how far things are, at once. It stays one line whatever words of others are in
   * it, and moves no cursor.
   */
  public void progress(String line) {
    if (Logging.isJson()) {
      Logging.progress(line);
      return;
    }
    err.println(onOneLine(line));
    err.flush();
  }

  /** Words of others without what would begin a line, move the cursor or turn the reading round. */
  public static String onOneLine(String text) {
    return NO_WORDS.matcher(text).replaceAll(" ");
  }

  /**
   * Tells the user what ended the command.
   *
   * @param fault whose stack trace is to be shown; null if none is
   */
  void failure(String line, Exception fault) {
    if (Logging.isJson()) {
      Logging.failure(line, fault);
      return;
    }
    progress(line);
    if (fault != null) {
      fault.printStackTrace(err);
    }
  }
}
