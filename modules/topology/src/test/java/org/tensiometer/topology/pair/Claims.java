package org.tensiometer.topology.pair;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.Attribution;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.DayBasis;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Engine;
import org.tensiometer.contracts.EventCoding;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.contracts.Revision;
import org.tensiometer.contracts.SentenceSpan;

/**
 * A claim for tests, to be changed by its {@code with} methods.
 *
 * @param hour hour of its day at which it was received
 * @param words words of its sentence that claims of one day share and those of others do not
 */
record Claims(
    String id,
    String pair,
    LocalDate day,
    int hour,
    Direction direction,
    EventType event,
    QuadClass quad,
    long intensityMicros,
    Factuality factuality,
    String outlet,
    String words,
    boolean retract) {

  /** An attack by the first party that one outlet asserts. */
  static Claims attack(String id, String pair, LocalDate day, String outlet) {
    return new Claims(
        id,
        pair,
        day,
        12,
        Direction.A_TO_B,
        EventType.ASSAULT,
        QuadClass.MATERIAL_CONFLICT,
        -900_000,
        Factuality.ASSERTED,
        outlet,
        day.toEpochDay() + "front " + day.toEpochDay() + "hill",
        false);
  }

  Claims as(EventType newEvent, QuadClass newQuad, long newIntensityMicros) {
    return new Claims(
        id,
        pair,
        day,
        hour,
        direction,
        newEvent,
        newQuad,
        newIntensityMicros,
        factuality,
        outlet,
        words,
        retract);
  }

  Claims with(Factuality newFactuality) {
    return new Claims(
        id,
        pair,
        day,
        hour,
        direction,
        event,
        quad,
        intensityMicros,
        newFactuality,
        outlet,
        words,
        retract);
  }

  Claims with(Direction newDirection) {
    return new Claims(
        id,
        pair,
        day,
        hour,
        newDirection,
        event,
        quad,
        intensityMicros,
        factuality,
        outlet,
        words,
        retract);
  }

  Claims saying(String newWords) {
    return new Claims(
        id,
        pair,
        day,
        hour,
        direction,
        event,
        quad,
        intensityMicros,
        factuality,
        outlet,
        newWords,
        retract);
  }

  Claims retracted() {
    return new Claims(
        id,
        pair,
        day,
        hour,
        direction,
        event,
        quad,
        intensityMicros,
        factuality,
        outlet,
        words,
        true);
  }

  PairClaim build() {
    Instant received = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    received = received.plus(Duration.ofHours(hour));
    CountryPair countries = CountryPair.parse(pair);
    CodedClaim claim =
        CodedClaim.newBuilder()
            .setClaimId(id)
            .setArticleId("u" + id)
            .setOutlet(outlet)
            .setPublished(received)
            .setReceivedAt(received)
            .setRevision(new Revision(received, "hash of " + id))
            .setClaimIndex(0)
            .setGeneration("g1")
            .setSentence(new SentenceSpan(0, 0, 20, "Sentence of " + id + ", " + words))
            .setAttribution(Attribution.NARRATED)
            .setPredicate(new Predicate("hit", "hit", 1, 5, 8, PredicateKind.VERB))
            .setSource(List.of(actor(countries.a())))
            .setTarget(List.of(actor(countries.b())))
            .setCoding(
                EventCoding.newBuilder()
                    .setEvent(event)
                    .setQuad(quad)
                    .setIntensityMicros(intensityMicros)
                    .setReciprocal(direction == Direction.BOTH)
                    .setRule("rule-of-the-test")
                    .build())
            .setFactuality(factuality)
            .setHistorical(false)
            .setDay(day)
            .setDayBasis(DayBasis.PUBLISHED)
            .setConfidence(0.9)
            .setLexicon("lexicon-1")
            .setCoder("coder-1")
            .setEngine(new Engine("engine", "1"))
            .setDisposition(Disposition.INDEXED)
            .build();
    return new PairClaim(pair, direction, retract, claim);
  }

  private static Actor actor(String code) {
    return Actor.newBuilder().setText(code).setStart(0).setEnd(3).setCountry(code).build();
  }
}
