package org.tensiometer.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;

/**
 * What a run found, for programs: one object with {@code articles}, {@code claims} by disposition,
 * {@code not_indexed} by reason, {@code pairs} with the claims by class and factuality, the id of
 * the strongest claim and the latest indicator as published, open {@code alerts} as published, and
 * {@code cost}.
 */
public final class RunJson {

  private final RunOutcome outcome;
  private final RunCost cost;

  public RunJson(RunOutcome outcome, RunCost cost) {
    this.outcome = outcome;
    this.cost = cost;
  }

  /** The object on one line. */
  public String line() {
    return Json.of(this::write);
  }

  private void write(JsonGenerator to) throws IOException {
    Findings findings = Findings.of(outcome.claims());
    to.writeNumberField("articles", cost.articles());
    to.writeObjectFieldStart("claims");
    for (Disposition disposition : Disposition.values()) {
      int dead = disposition == Disposition.DEAD_LETTERED ? outcome.deadLettered() : 0;
      to.writeNumberField(
          lower(disposition), findings.dispositions().getOrDefault(disposition, 0) + dead);
    }
    to.writeEndObject();
    to.writeObjectFieldStart("not_indexed");
    for (Map.Entry<String, Integer> reason : findings.reasons().entrySet()) {
      to.writeNumberField(reason.getKey(), reason.getValue());
    }
    to.writeEndObject();
    to.writeArrayFieldStart("pairs");
    for (Map.Entry<CountryPair, Findings.PairFindings> pair : findings.pairs().entrySet()) {
      pair(pair.getKey(), pair.getValue(), to);
    }
    to.writeEndArray();
    to.writeArrayFieldStart("alerts");
    for (TensionAlert alert : outcome.alerts()) {
      to.writeRawValue(alert.toString());
    }
    to.writeEndArray();
    to.writeObjectFieldStart("cost");
    to.writeNumberField("seconds", cost.seconds());
    to.writeNumberField("articles_per_second", cost.rate());
    to.writeNumberField("peak_memory_bytes", cost.peakBytes());
    to.writeEndObject();
  }

  private void pair(CountryPair pair, Findings.PairFindings found, JsonGenerator to)
      throws IOException {
    TensionIndicator indicator = outcome.latest().get(pair.toString());
    to.writeStartObject();
    to.writeStringField("pair", pair.toString());
    to.writeObjectFieldStart("claims");
    for (var quad : found.classes().entrySet()) {
      to.writeObjectFieldStart(lower(quad.getKey()));
      for (var factuality : quad.getValue().entrySet()) {
        to.writeNumberField(lower(factuality.getKey()), factuality.getValue());
      }
      to.writeEndObject();
    }
    to.writeEndObject();
    to.writeStringField("strongest_claim", found.strongest().getClaimId());
    to.writeFieldName("indicator");
    to.writeRawValue(indicator == null ? "null" : indicator.toString());
    to.writeEndObject();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
