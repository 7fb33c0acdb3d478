package org.tensiometer.coding;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tensiometer.coding.actors.ActorResolver;
import org.tensiometer.coding.actors.Party;
import org.tensiometer.coding.actors.PhraseResolver;
import org.tensiometer.coding.acts.ActPattern;
import org.tensiometer.coding.acts.ClaimTree;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.EventCoding;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.Mention;

/** Codes claims with the patterns and names of a lexicon. */
public final class LexiconClaimCoder implements ClaimCoder {

  /** Version of the code; part of every coded claim. */
  public static final String VERSION = "1";

  private final Lexicon lexicon;
  private final ActorResolver actors;
  private final ActFactuality factualities;

  public LexiconClaimCoder(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.actors = new ActorResolver(new PhraseResolver(lexicon.actors(), lexicon.phraseWords()));
    this.factualities = new ActFactuality(lexicon.acts());
  }

  /** A coder with the bundled lexicon. */
  public static LexiconClaimCoder withDefaults() {
    return new LexiconClaimCoder(Lexicon.bundled());
  }

  @Override
  public CodedClaim code(ClaimEvent event, String generation) {
    CodedClaim.Builder coded = UncodedClaim.of(event, generation);
    Claim claim = event.getClaim();
    YearMonth month = month(event);
    ClaimTree tree = new ClaimTree(claim);
    PartyFinder finder = new PartyFinder(actors, tree, month);
    Optional<ActPattern> pattern = lexicon.acts().match(tree, finder);
    Actor speaker = speaker(claim, month);
    Optional<CodedAct> act =
        pattern
            .map(p -> CodedAct.of(p, finder))
            .filter(CodedAct::isNews)
            .filter(a -> !tree.isAnnouncement() || isOwnWord(a, speaker));
    ClaimDay day = ClaimDay.of(event);
    Factuality factuality =
        act.map(a -> factualities.of(claim, a.pattern(), tree)).orElse(claim.getFactuality());
    EventCoding coding = act.map(this::coding).orElse(null);
    List<Actor> source = act.map(CodedAct::source).orElse(List.of());
    Confidence confidence = lexicon.confidence();
    double product = act.map(a -> confidence.product(a, claim)).orElse(0.0);
    List<Actor> target =
        act.map(a -> confidence.sureTargets(a.target(), product)).orElse(List.of());
    boolean reciprocal = coding != null && coding.getReciprocal();
    boolean counts =
        coding != null
            && !tree.isAnnouncement()
            && !day.historical()
            && !Dyads.of(source, target, reciprocal).isEmpty();
    String reason = Reasons.of(coding, source, target, factuality, day.historical());
    return coded
        .setSpeaker(speaker)
        .setCarrier(carrier(claim))
        .setSource(source)
        .setTarget(target)
        .setCoding(coding)
        .setFactuality(factuality)
        .setHistorical(day.historical())
        .setEventDate(claim.getEventDate())
        .setDay(day.day())
        .setDayBasis(day.basis())
        .setConfidence(act.map(a -> confidence.calibrated(product)).orElse(0.0))
        .setLexicon(lexicon.version())
        .setCoder(VERSION)
        .setDisposition(counts ? Disposition.INDEXED : Disposition.NOT_INDEXED)
        .setReason(reason == null && tree.isAnnouncement() ? Reasons.COUNTS_AS_THE_ACT : reason)
        .build();
  }

  private EventCoding coding(CodedAct act) {
    ActPattern pattern = act.pattern();
    Severity severity = lexicon.severities().of(pattern);
    return new EventCoding(
        pattern.event(),
        pattern.mode(),
        pattern.context(),
        pattern.cameo(),
        severity.quad(),
        severity.micros(),
        pattern.reciprocal(),
        pattern.id());
  }

  /** Only who will act can announce it; what others say of him is a forecast. */
  private static boolean isOwnWord(CodedAct act, Actor speaker) {
    return speaker == null
        || speaker.getCountry() == null
        || act.source().stream().anyMatch(party -> speaker.getCountry().equals(party.getCountry()));
  }

  private Actor speaker(Claim claim, YearMonth month) {
    if (claim.getSpeaker() == null) {
      return null;
    }
    Mention mention = claim.getSpeaker().getMention();
    return actor(mention, actors.resolve(claim, mention, month).get(0));
  }

  private static String carrier(Claim claim) {
    boolean none = claim.getSpeaker() == null || claim.getSpeaker().getCarrier() == null;
    return none ? null : claim.getSpeaker().getCarrier().getText();
  }

  static Actor actor(Mention mention, Party party) {
    return new Actor(
        mention.getText(),
        mention.getStart(),
        mention.getEnd(),
        party.code(),
        party.sector(),
        party.via());
  }

  private static YearMonth month(ClaimEvent event) {
    return event.getPublished() == null
        ? null
        : YearMonth.from(event.getPublished().atZone(ZoneOffset.UTC));
  }
}
