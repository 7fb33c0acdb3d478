package org.tensiometer.app.report;

import org.tensiometer.ingest.IngestReport;

/** What became of an input, for programs. */
public final class IngestJson {

  private IngestJson() {}

  /** One object with a number for each of the report's counts. */
  public static String line(IngestReport report) {
    return Json.of(
        to -> {
          to.writeStartObject();
          to.writeNumberField("articles", report.articles());
          to.writeNumberField("published", report.published());
          to.writeNumberField("unchanged", report.unchanged());
          to.writeNumberField("claims", report.claims());
          to.writeNumberField("undated", report.undated());
          to.writeNumberField("problems", report.problems());
          to.writeEndObject();
        });
  }
}
