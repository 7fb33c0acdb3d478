package org.tensiometer.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A small invented feed: three outlets over some days, several pairs, a grave event that all three
 * report, so that an alert is raised without a baseline.
 */
public final class Feed {

  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 3, 1);
  private static final String[] OUTLETS = {"Harbour Post", "Morning Ledger", "The Courier"};
  private static final String[] STORIES = {
    "France signed a trade agreement with Brazil on Monday. \"We trust our friends in Brazil,\""
        + " the French president said.",
    "Egypt condemned Sudan over the dam. Sudan rejected the accusation and said it wanted talks"
        + " with Egypt.",
    "Japan will send food aid to the Philippines, officials said. China warned Japan that it would"
        + " answer any naval exercise.",
    "Turkey imposed sanctions on Syria. Syria denied that it had attacked Turkey.",
    "India and Pakistan held talks in Geneva. Pakistan accused India of firing across the border."
  };
  // Each outlet in its own words: a copied sentence would corroborate nothing.
  private static final String[] GRAVE = {
    "Armenian forces shelled Azerbaijani positions. Azerbaijan condemned Armenia.",
    "Armenia shelled Azerbaijan during the night, witnesses in the border villages said.",
    "The Armenian army shelled Azerbaijani troops near the lake. Azerbaijan threatened Armenia with"
        + " retaliation."
  };

  private Feed() {}

  /** Writes it as JSON lines and returns the number of articles. */
  public static int write(Path file, int days) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      for (int outlet = 0; outlet < OUTLETS.length; outlet++) {
        String story = STORIES[(day + outlet) % STORIES.length];
        lines.add(line(day, outlet, day % 4 == 0 ? story + "\\n\\n" + GRAVE[outlet] : story));
      }
    }
    Files.write(file, lines);
    return lines.size();
  }

  private static String line(int day, int outlet, String body) {
    return """
        {"id":"d%d-o%d","outlet":"%s","published":"%s","title":"Day %d","body":"%s"}"""
        .formatted(
            day, outlet, OUTLETS[outlet], FIRST_DAY.plusDays(day), day, body.replace("\"", "\\\""));
  }
}
