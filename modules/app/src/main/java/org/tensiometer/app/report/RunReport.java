package org.tensiometer.app.report;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tensiometer.app.Screen;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.contracts.TensionIndicator;

/** What a run found, for people: pairs by level, each with its strongest claim. */
public final class RunReport {

  private static final int PAIRS_SHOWN = 20;
  private static final Map<QuadClass, String> SHORT =
      Map.of(
          QuadClass.VERBAL_COOPERATION,
          "VC",
          QuadClass.MATERIAL_COOPERATION,
          "MC",
          QuadClass.VERBAL_CONFLICT,
          "VX",
          QuadClass.MATERIAL_CONFLICT,
          "MX");

  private static final String LEGEND =
      "level: 0 to 100, how much conflict the articles of the last seven days tell of; score: how"
          + " far that is from the pair's own past, in standard deviations, after 42 days of feed."
          + " V verbal, M material, C cooperation, X conflict.";

  private final PrintWriter out;
  private final Screen screen;

  public RunReport(PrintWriter out, Screen screen) {
    this.out = out;
    this.screen = screen;
  }

  /** Prints it. */
  public void print(RunOutcome outcome) {
    Findings findings = Findings.of(outcome.claims());
    dispositions(findings, outcome.deadLettered());
    pairs(findings, outcome.latest());
    if (!outcome.alerts().isEmpty()) {
      out.println();
      out.println(screen.bold("Open alerts"));
      AlertText text = new AlertText(screen);
      outcome.alerts().forEach(alert -> text.lines(alert).forEach(out::println));
    }
    out.flush();
  }

  private void dispositions(Findings findings, int deadLettered) {
    out.println();
    say(
        "%,d claims = %s + %,d dead-lettered",
        findings.claims() + deadLettered,
        Arrays.stream(Disposition.values())
            .filter(disposition -> disposition != Disposition.DEAD_LETTERED)
            .map(
                disposition ->
                    findings.dispositions().getOrDefault(disposition, 0) + " " + words(disposition))
            .collect(Collectors.joining(" + ")),
        deadLettered + findings.dispositions().getOrDefault(Disposition.DEAD_LETTERED, 0));
    if (!findings.reasons().isEmpty()) {
      say(
          "not indexed: %s",
          findings.reasons().entrySet().stream()
              .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
              .map(reason -> reason.getValue() + " " + reason.getKey())
              .collect(Collectors.joining(", ")));
    }
  }

  private void pairs(Findings findings, Map<String, TensionIndicator> latest) {
    out.println();
    if (findings.pairs().isEmpty()) {
      out.println("No claim of one country on another was found; claims --why FILE shows why.");
      return;
    }
    Comparator<CountryPair> byLevel =
        Comparator.comparingDouble(pair -> -level(latest.get(pair.toString())));
    List<CountryPair> order =
        findings.pairs().keySet().stream()
            .sorted(byLevel.thenComparing(Comparator.naturalOrder()))
            .toList();
    Table table = new Table(screen, "pair", "level", "score", "status", "claims of this input");
    order.stream()
        .limit(PAIRS_SHOWN)
        .forEach(
            pair -> pair(pair, findings.pairs().get(pair), latest.get(pair.toString()), table));
    table.print(out);
    if (order.size() > PAIRS_SHOWN) {
      out.println(
          "... and " + (order.size() - PAIRS_SHOWN) + " more pairs (--output json has all)");
    }
    out.println();
    Paragraph.lines(LEGEND, screen.width(), 0).forEach(line -> out.println(screen.faint(line)));
  }

  private static void pair(
      CountryPair pair, Findings.PairFindings found, TensionIndicator indicator, Table table) {
    String[] cells = {
      pair.toString(),
      indicator == null ? "-" : String.format(Locale.ROOT, "%.1f", indicator.getLevel()),
      indicator == null ? "-" : Lines.score(indicator.getScore()),
      indicator == null ? "no indicator" : status(indicator),
      Arrays.stream(QuadClass.values())
          .filter(found.classes()::containsKey)
          .map(quad -> SHORT.get(quad) + ' ' + factualities(found.classes().get(quad)))
          .collect(Collectors.joining("; "))
    };
    if (indicator != null && indicator.getTier() > 0) {
      table.markedRow(cells);
    } else {
      table.row(cells);
    }
    CodedClaim claim = found.strongest();
    table.note(
        String.format(
            Locale.ROOT,
            "%s -> %s %s %+.1f %s, %s: %s",
            countries(claim.getSource()),
            countries(claim.getTarget()),
            claim.getCoding().getEvent(),
            claim.getCoding().getIntensityMicros() / 100_000.0,
            word(claim.getFactuality()),
            speaker(claim),
            Lines.quoted(claim.getSentence().getText())));
  }

  private static String status(TensionIndicator indicator) {
    return indicator.getStatus()
        + (indicator.getTier() == 0 ? "" : " ALERT tier " + indicator.getTier());
  }

  private static String speaker(CodedClaim claim) {
    Actor speaker = claim.getSpeaker();
    if (speaker == null) {
      return claim.getOutlet() == null ? "told by the outlet" : "told by " + claim.getOutlet();
    }
    String country = speaker.getCountry() == null ? "" : " (" + speaker.getCountry() + ')';
    return "said by " + speaker.getText().replaceAll("\\s+", " ") + country;
  }

  private static String countries(List<Actor> actors) {
    return actors.stream()
        .map(actor -> actor.getCountry() == null ? actor.getText() : actor.getCountry())
        .distinct()
        .collect(Collectors.joining(","));
  }

  private static String factualities(Map<Factuality, Integer> claims) {
    return claims.entrySet().stream()
        .map(entry -> entry.getValue() + " " + word(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String word(Factuality factuality) {
    return factuality.name().toLowerCase(Locale.ROOT);
  }

  private static double level(TensionIndicator indicator) {
    return indicator == null ? 0 : indicator.getLevel();
  }

  private void say(String format, Object... values) {
    Paragraph.lines(String.format(Locale.ROOT, format, values), screen.width(), 0)
        .forEach(out::println);
  }

  private static String words(Disposition disposition) {
    return disposition.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
