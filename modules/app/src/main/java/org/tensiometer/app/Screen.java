package org.tensiometer.app;

import java.util.Map;

/**
 * What results are shown on.
 *
 * @param width columns of text
 * @param colour whether colours may be used
 */
public record Screen(int width, boolean colour) {

  /** A file or a pipe: lines are left whole, for whatever searches them. */
  public static final Screen PLAIN = new Screen(Integer.MAX_VALUE, false);

  private static final int NARROWEST = 60;
  private static final int WIDEST = 160;

  /** Columns of the terminal, set by the launcher where standard output is one. */
  static final String COLUMNS = "tensiometer.columns";

  public Screen {
    width = Math.max(NARROWEST, width);
  }

  /**
   * As the launcher found it. Colour only on a terminal, and not where NO_COLOR is set
   * (https://no-color.org) or the terminal is a dumb one.
   */
  static Screen of(Map<String, String> environment, String columns) {
    if (columns == null || !columns.matches("[0-9]{1,4}")) {
      return PLAIN;
    }
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "dumb").equals("dumb");
    return new Screen(Math.min(Integer.parseInt(columns), WIDEST), !plain);
  }

  /** The text in bold, where that can be shown. */
  public String bold(String text) {
    return styled("1", text);
  }

  /** The text in red, where that can be shown. */
  public String red(String text) {
    return styled("31", text);
  }

  /** The text in a fainter colour, where that can be shown. */
  public String faint(String text) {
    return styled("2", text);
  }

  private String styled(String code, String text) {
    return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
