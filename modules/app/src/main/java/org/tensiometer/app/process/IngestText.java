package org.tensiometer.app.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tensiometer.ingest.IngestReport;

/** What became of an input, in words. */
final class IngestText {

  private IngestText() {}

  /** One line of sums that add up, then one for each thing that articles leave untold. */
  static List<String> lines(IngestReport report) {
    List<String> lines = new ArrayList<>();
    int skipped = report.read() - report.articles();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d articles read = %,d analysed + %,d known + %,d skipped%s; %,d claims.",
            report.read(),
            report.published(),
            report.unchanged(),
            skipped,
            reasons(report),
            report.claims()));
    IngestReport.Untold untold = report.untold();
    tell(
        lines,
        untold.undated(),
        "do not say when they were published (date unknown) and count for today;"
            + " --published DATE tells it.");
    tell(
        lines,
        untold.withoutOutlet(),
        "do not say who published them (outlet unknown); --outlet NAME tells it.");
    tell(
        lines,
        untold.headlineOnly(),
        "have a headline and no text; --field body=NAME tells where a text is.");
    return lines;
  }

  private static String reasons(IngestReport report) {
    return report.skipped().isEmpty()
        ? ""
        : report.skipped().entrySet().stream()
            .map(reason -> String.format(Locale.ROOT, "%,d %s", reason.getValue(), reason.getKey()))
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static void tell(List<String> lines, int articles, String what) {
    if (articles > 0) {
      lines.add(String.format(Locale.ROOT, "%,d of them %s", articles, what));
    }
  }
}
