package org.tensiometer.app.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tensiometer.app.Console;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.operations.generations.ChangedDay;
import org.tensiometer.operations.generations.GenerationDiff;

/** What two generations say differently, for people and for programs. */
public final class DiffReport {

  private static final int CAUSES = 3;

  private final Console console;

  public DiffReport(Console console) {
    this.console = console;
  }

  /**
   * @param most rows shown
   */
  public void text(GenerationDiff diff, int most) {
    console
        .out()
        .printf(
            "%,d days of pairs say the same, %,d differ; %,d claims are coded differently%n"
                + "lexicon: %s -> %s%nanalysis: %s -> %s%nopen alerts: %d only live, %d only replayed%n",
            diff.same(),
            diff.changed().size(),
            diff.claims(),
            diff.lexiconsOfLive(),
            diff.lexiconsOfReplayed(),
            diff.enginesOfLive(),
            diff.enginesOfReplayed(),
            diff.alertsOnlyLive().size(),
            diff.alertsOnlyReplayed().size());
    if (diff.changed().isEmpty()) {
      return;
    }
    Table table = new Table(console.screen(), "pair and day", "level", "score", "tier", "why");
    diff.changed().stream().limit(most).forEach(day -> row(day, table));
    table.print(console.out());
    if (diff.changed().size() > most) {
      console.out().printf("and %,d more (--limit, --output json)%n", diff.changed().size() - most);
    }
  }

  /** A line for each day that differs, after one for the whole. */
  public void json(GenerationDiff diff) {
    Json.print(
        console,
        to -> {
          to.writeNumberField("same", diff.same());
          to.writeNumberField("changed", diff.changed().size());
          to.writeNumberField("claims", diff.claims());
          to.writeStringField("lexicon_live", String.join(" ", diff.lexiconsOfLive()));
          to.writeStringField("lexicon_replayed", String.join(" ", diff.lexiconsOfReplayed()));
          to.writeStringField("analysis_live", String.join(", ", diff.enginesOfLive()));
          to.writeStringField("analysis_replayed", String.join(", ", diff.enginesOfReplayed()));
          to.writeNumberField("alerts_only_live", diff.alertsOnlyLive().size());
          to.writeNumberField("alerts_only_replayed", diff.alertsOnlyReplayed().size());
        });
    for (ChangedDay day : diff.changed()) {
      Json.print(
          console,
          to -> {
            to.writeStringField("key", day.key());
            to.writeFieldName("live");
            to.writeRawValue(String.valueOf(day.live()));
            to.writeFieldName("replayed");
            to.writeRawValue(String.valueOf(day.replayed()));
            to.writeObjectFieldStart("causes");
            for (Map.Entry<String, Integer> cause : day.causes().entrySet()) {
              to.writeNumberField(cause.getKey(), cause.getValue());
            }
            to.writeEndObject();
          });
    }
  }

  private static void row(ChangedDay day, Table table) {
    TensionIndicator live = day.live();
    TensionIndicator replayed = day.replayed();
    table.row(
        day.key(),
        level(live) + " -> " + level(replayed),
        score(live) + " -> " + score(replayed),
        tier(live) + " -> " + tier(replayed),
        why(day));
  }

  private static String why(ChangedDay day) {
    if (day.causes().isEmpty()) {
      return "an earlier day, the configuration or an event of several pairs";
    }
    List<String> most =
        day.causes().entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(CAUSES)
            .map(cause -> cause.getValue() + " x " + cause.getKey())
            .toList();
    int more = day.causes().size() - most.size();
    return most.stream().collect(Collectors.joining("; "))
        + (more > 0 ? "; " + more + " others" : "");
  }

  private static String level(TensionIndicator indicator) {
    return indicator == null ? "-" : String.format(Locale.ROOT, "%.1f", indicator.getLevel());
  }

  private static String score(TensionIndicator indicator) {
    return indicator == null ? "-" : Lines.score(indicator.getScore());
  }

  private static String tier(TensionIndicator indicator) {
    return indicator == null ? "-" : Integer.toString(indicator.getTier());
  }
}
