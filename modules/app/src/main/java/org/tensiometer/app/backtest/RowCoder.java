package org.tensiometer.app.backtest;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.coding.Dyad;
import org.tensiometer.coding.Dyads;
import org.tensiometer.coding.UncodedClaim;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DayBasis;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.EventCoding;
import org.tensiometer.contracts.Mention;

/**
 * Takes the coding of a claim from the row of event data that is its sentence, as given: parties,
 * Goldstein value, and the class by {@link EventClasses}. No word is read.
 */
final class RowCoder implements ClaimCoder {

  private static final String VERSION = "event-data-1";

  private final EventClasses classes;

  RowCoder(EventClasses classes) {
    this.classes = classes;
  }

  @Override
  public CodedClaim code(ClaimEvent event, String generation) {
    CodedClaim.Builder coded = UncodedClaim.of(event, generation);
    Claim claim = event.getClaim();
    EventRow row = EventRow.parse(claim.getSentence().getText());
    return coded
        .setSource(List.of(actor(claim.getArguments().get(0).getMention())))
        .setTarget(List.of(actor(claim.getArguments().get(1).getMention())))
        .setCoding(coding(row))
        .setFactuality(claim.getFactuality())
        .setHistorical(false)
        .setDay(LocalDate.ofInstant(event.getPublished(), ZoneOffset.UTC))
        .setDayBasis(DayBasis.PUBLISHED)
        .setConfidence(1)
        .setLexicon(VERSION)
        .setCoder(VERSION)
        .setDisposition(Disposition.INDEXED)
        .build();
  }

  /** Codes of parties are taken as they are, those of no country too. */
  @Override
  public List<Dyad> dyads(CodedClaim claim) {
    return Dyads.ofAnyCodes(claim);
  }

  private EventCoding coding(EventRow row) {
    EventClasses.EventClass found = classes.of(row);
    return EventCoding.newBuilder()
        .setEvent(found.event())
        .setCameo(found.cameo())
        .setQuad(found.quad())
        .setIntensityMicros(row.intensityMicros())
        .setReciprocal(false)
        .setRule("event-data." + found.scheme().name().toLowerCase(Locale.ROOT))
        .build();
  }

  private static Actor actor(Mention code) {
    return new Actor(
        code.getText(), code.getStart(), code.getEnd(), code.getText(), null, "event-data");
  }
}
