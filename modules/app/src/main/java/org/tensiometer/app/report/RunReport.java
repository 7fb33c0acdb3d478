package org.tensiometer.app.report;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.contracts.TensionAlert;
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

  private final PrintWriter out;

  public RunReport(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints it.
   *
   * @param claims coded claims of the input's articles
   * @param deadLettered claims of the input that could not be processed
   * @param latest newest indicator of each pair, by pair
   * @param alerts open alerts
   */
  public void print(
      Collection<CodedClaim> claims,
      int deadLettered,
      Map<String, TensionIndicator> latest,
      Collection<TensionAlert> alerts) {
    Findings findings = Findings.of(claims);
    dispositions(findings, deadLettered);
    pairs(findings, latest);
    if (!alerts.isEmpty()) {
      out.println();
      out.println("Open alerts:");
      alerts.forEach(alert -> out.println("  " + Lines.of(alert)));
    }
    out.flush();
  }

  private void dispositions(Findings findings, int deadLettered) {
    out.println();
    out.printf(
        "%d claims = %s + %d dead-lettered%n",
        findings.claims() + deadLettered,
        Arrays.stream(Disposition.values())
            .filter(disposition -> disposition != Disposition.DEAD_LETTERED)
            .map(
                disposition ->
                    findings.dispositions().getOrDefault(disposition, 0) + " " + words(disposition))
            .collect(Collectors.joining(" + ")),
        deadLettered + findings.dispositions().getOrDefault(Disposition.DEAD_LETTERED, 0));
    if (!findings.reasons().isEmpty()) {
      out.println(
          "not indexed: "
              + findings.reasons().entrySet().stream()
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
    order.stream()
        .limit(PAIRS_SHOWN)
        .forEach(pair -> pair(pair, findings.pairs().get(pair), latest.get(pair.toString())));
    if (order.size() > PAIRS_SHOWN) {
      out.println("... and " + (order.size() - PAIRS_SHOWN) + " more pairs");
    }
  }

  private void pair(CountryPair pair, Findings.PairFindings found, TensionIndicator indicator) {
    out.printf(
        "%-9s %s  claims: %s%n",
        pair,
        indicator == null
            ? "no indicator"
            : String.format(
                Locale.ROOT,
                "level %.1f  score %s (%s)",
                indicator.getLevel(),
                Lines.score(indicator.getScore()),
                indicator.getStatus()),
        Arrays.stream(QuadClass.values())
            .filter(found.classes()::containsKey)
            .map(quad -> SHORT.get(quad) + ' ' + factualities(found.classes().get(quad)))
            .collect(Collectors.joining("; ")));
    CodedClaim claim = found.strongest();
    out.printf(
        Locale.ROOT,
        "          %s -> %s %s %+.1f %s, %s: %s%n",
        countries(claim.getSource()),
        countries(claim.getTarget()),
        claim.getCoding().getEvent(),
        claim.getCoding().getIntensityMicros() / 100_000.0,
        word(claim.getFactuality()),
        speaker(claim),
        '"' + claim.getSentence().getText().replaceAll("\\s+", " ") + '"');
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

  private static String words(Disposition disposition) {
    return disposition.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
