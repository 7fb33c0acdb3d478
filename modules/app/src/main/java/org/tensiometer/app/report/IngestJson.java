package org.tensiometer.app.report;

import java.util.Map;
import org.tensiometer.ingest.IngestReport;

/** What became of an input, for programs. */
public final class IngestJson {

  private IngestJson() {}

  /**
   * One object with a number for each of the report's counts; {@code read} is {@code published}
   * with {@code unchanged} and all that is {@code skipped}, by reason.
   */
  public static String line(IngestReport report) {
    return Json.of(
        to -> {
          to.writeNumberField("read", report.read());
          to.writeNumberField("articles", report.articles());
          to.writeNumberField("published", report.published());
          to.writeNumberField("unchanged", report.unchanged());
          to.writeObjectFieldStart("skipped");
          for (Map.Entry<String, Integer> reason : report.skipped().entrySet()) {
            to.writeNumberField(reason.getKey(), reason.getValue());
          }
          to.writeEndObject();
          to.writeNumberField("claims", report.claims());
          to.writeNumberField("undated", report.untold().undated());
          to.writeNumberField("without_outlet", report.untold().withoutOutlet());
          to.writeNumberField("headline_only", report.untold().headlineOnly());
          to.writeNumberField("problems", report.problems());
        });
  }
}
