package org.tensiometer.topology;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.coding.UncodedClaim;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.Argument;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DayBasis;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.EventCoding;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.QuadClass;

/**
 * Takes a mention of three capitals for a country; "meet" for a reciprocal act, "stumble" for a
 * reason to throw, anything else for a strike.
 */
public final class CodeReader implements ClaimCoder {

  @Override
  public CodedClaim code(ClaimEvent event, String generation) {
    Claim claim = event.getClaim();
    String verb = claim.getPredicate().getLemma();
    if (verb.equals("stumble")) {
      throw new IllegalStateException("no foot to stand on");
    }
    List<Actor> source = actors(claim, "nsubj");
    List<Actor> target = actors(claim, "obj");
    boolean paired =
        source.stream().anyMatch(a -> a.getCountry() != null)
            && target.stream().anyMatch(a -> a.getCountry() != null);
    LocalDate published = LocalDate.ofInstant(event.getPublished(), ZoneOffset.UTC);
    LocalDate said = claim.getEventDate() == null ? null : claim.getEventDate().getStart();
    boolean fromText = said != null && !said.isAfter(published);
    return UncodedClaim.of(event, generation)
        .setSource(source)
        .setTarget(target)
        .setCoding(coding(verb.equals("meet")))
        .setFactuality(claim.getFactuality())
        .setHistorical(false)
        .setEventDate(claim.getEventDate())
        .setDay(fromText ? said : published)
        .setDayBasis(fromText ? DayBasis.TEXT : DayBasis.PUBLISHED)
        .setConfidence(1)
        .setLexicon("test-1")
        .setCoder("test-1")
        .setDisposition(paired ? Disposition.INDEXED : Disposition.NOT_INDEXED)
        .setReason(paired ? null : "no target country")
        .build();
  }

  private static EventCoding coding(boolean reciprocal) {
    return EventCoding.newBuilder()
        .setEvent(reciprocal ? EventType.CONSULT : EventType.ASSAULT)
        .setCameo(reciprocal ? "040" : "190")
        .setQuad(reciprocal ? QuadClass.VERBAL_COOPERATION : QuadClass.MATERIAL_CONFLICT)
        .setIntensityMicros(reciprocal ? 100_000 : -1_000_000)
        .setReciprocal(reciprocal)
        .setRule("test.codes")
        .build();
  }

  /** "KOR+USA" is two parties. */
  private static List<Actor> actors(Claim claim, String role) {
    return claim.getArguments().stream()
        .filter(argument -> argument.getRole().equals(role))
        .map(Argument::getMention)
        .flatMap(mention -> List.of(mention.getText().split("\\+")).stream())
        .map(
            text ->
                Actor.newBuilder()
                    .setText(text)
                    .setStart(0)
                    .setEnd(text.length())
                    .setCountry(text.matches("[A-Z]{3}") ? text : null)
                    .build())
        .toList();
  }
}
