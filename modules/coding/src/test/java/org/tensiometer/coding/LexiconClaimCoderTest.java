package org.tensiometer.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DayBasis;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.EventDate;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.Granularity;
import org.tensiometer.contracts.Mention;
import org.tensiometer.contracts.Modality;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.contracts.Speaker;
import org.tensiometer.contracts.Token;

class LexiconClaimCoderTest {

  private static final ClaimCoder CODER = LexiconClaimCoder.withDefaults();

  @Test
  void shouldGiveCodeWeightQuadRuleAndVersions() {
    CodedClaim claim = coded("sanction.order-sanctions");

    assertThat(claim.getCoding().getCameo()).isEqualTo("163");
    assertThat(claim.getCoding().getIntensityMicros()).isEqualTo(-800_000);
    assertThat(claim.getCoding().getQuad()).isEqualTo(QuadClass.MATERIAL_CONFLICT);
    assertThat(claim.getConfidence()).isBetween(0.5, 1.0);
    assertThat(claim.getLexicon()).isEqualTo(Lexicon.bundled().version());
    assertThat(claim.getDisposition()).isEqualTo(Disposition.INDEXED);
    assertThat(claim.getReason()).isNull();
  }

  @Test
  void shouldIndexAConditionalActAndSayThatItCountsInNoClass() {
    ClaimEvent event = event("aid.give-arms");
    Claim claim = Claim.newBuilder(event.getClaim()).setFactuality(Factuality.CONDITIONAL).build();

    CodedClaim coded = CODER.code(with(event, claim), "g1");

    assertThat(coded.getDisposition()).isEqualTo(Disposition.INDEXED);
    assertThat(coded.getReason()).isEqualTo("conditional");
  }

  @Test
  void shouldKeepHistoryOutOfTheIndex() {
    ClaimEvent event = event("aid.give-arms");
    LocalDate past = LocalDate.of(2024, 5, 1);
    EventDate date = new EventDate(past, past, Granularity.DAY, "on 1 May", 0);

    CodedClaim coded =
        CODER.code(
            with(event, Claim.newBuilder(event.getClaim()).setEventDate(date).build()), "g1");

    assertThat(coded.getHistorical()).isTrue();
    assertThat(coded.getReason()).isEqualTo("historical");
    assertThat(coded.getDisposition()).isEqualTo(Disposition.NOT_INDEXED);
  }

  @Test
  void shouldCountAnActOnItsDayAndAFutureOneOnTheDayOfPublication() {
    ClaimEvent event = event("aid.give-arms");
    LocalDate before = LocalDate.of(2024, 6, 13);
    LocalDate after = LocalDate.of(2024, 6, 20);

    CodedClaim past = CODER.code(dated(event, before), "g1");
    CodedClaim future = CODER.code(dated(event, after), "g1");

    assertThat(past.getDay()).isEqualTo(before);
    assertThat(past.getDayBasis()).isEqualTo(DayBasis.TEXT);
    assertThat(future.getDay()).isEqualTo(LocalDate.of(2024, 6, 15));
    assertThat(future.getDayBasis()).isEqualTo(DayBasis.PUBLISHED);
  }

  @Test
  void shouldCountAnUndatedArticleOnTheDayItWasReceived() {
    ClaimEvent event =
        ClaimEvent.newBuilder(event("aid.give-arms"))
            .setPublished(null)
            .setReceivedAt(Instant.parse("2024-06-17T01:00:00Z"))
            .build();

    CodedClaim coded = CODER.code(event, "g1");

    assertThat(coded.getDay()).isEqualTo(LocalDate.of(2024, 6, 17));
    assertThat(coded.getDayBasis()).isEqualTo(DayBasis.RECEIVED);
  }

  @Test
  void shouldSayWhyAnActWithoutSecondCountryDoesNotCount() {
    assertThat(coded("retreat.step-aside").getReason()).isEqualTo("no target country");
    assertThat(coded("assault.assassinate").getReason()).isEqualTo("no source country");
    assertThat(coded("reject.defy-order").getReason()).isEqualTo("organisation");
  }

  @Test
  void shouldLetAnActOfSayingStandAsAssertedWhateverItSpeaksOf() {
    assertThat(coded("accuse.destabilise").getFactuality()).isEqualTo(Factuality.ASSERTED);
  }

  @Test
  void shouldLeaveAnActOfSayingOpenThatIsYetToCome() {
    ClaimEvent warned = event("threaten.warn");

    assertThat(open(warned, Modality.FUTURE, "will", Factuality.INTENDED))
        .isEqualTo(Factuality.INTENDED);
    // A plain past has no condition of its own: it is what was warned of that has one.
    assertThat(open(warned, Modality.CONDITIONAL, "if", Factuality.CONDITIONAL))
        .isEqualTo(Factuality.ASSERTED);
    assertThat(open(event("request.must"), Modality.DEMANDED, "must", Factuality.CONDITIONAL))
        .isEqualTo(Factuality.ASSERTED);
  }

  @Test
  void shouldTakeADeedThatIsPlannedOrConsideredForIntended() {
    assertThat(coded("sanction.announce-cut").getFactuality()).isEqualTo(Factuality.INTENDED);
  }

  @Test
  void shouldLeaveTheTargetOpenThatStandsTooFarFromTheAct() {
    ClaimEvent event = event("aid.give-arms");
    Confidence all = Lexicon.bundled().confidence();
    Confidence near =
        new Confidence(all.least(), all.intercept(), all.slope(), all.pronoun(), .5, 20, 55);

    CodedClaim far = coder(near).code(event, "g1");

    assertThat(far.getCoding()).isEqualTo(CODER.code(event, "g1").getCoding());
    assertThat(far.getTarget()).extracting(Actor::getCountry).containsOnlyNulls();
    assertThat(far.getReason()).isEqualTo("no target country");
  }

  @Test
  void shouldBeLessSureOfATargetThatIsAPronoun() {
    ClaimEvent event = event("accuse.condemn");
    CodedClaim named = CODER.code(event, "g1");
    int target = named.getTarget().get(0).getStart();
    List<Token> tokens =
        event.getClaim().getTokens().stream()
            .map(
                token ->
                    token.getStart() == target
                        ? Token.newBuilder(token).setXpos("PRP").build()
                        : token)
            .toList();
    Claim claim = Claim.newBuilder(event.getClaim()).setTokens(tokens).build();

    CodedClaim called = CODER.code(with(event, claim), "g1");

    assertThat(called.getConfidence()).isLessThan(named.getConfidence());
  }

  private static ClaimCoder coder(Confidence confidence) {
    Lexicon all = Lexicon.bundled();
    return new LexiconClaimCoder(
        new Lexicon(
            all.version(),
            all.actors(),
            all.phraseWords(),
            all.acts(),
            all.severities(),
            confidence));
  }

  private static Factuality open(
      ClaimEvent event, Modality modality, String cue, Factuality factuality) {
    Claim claim =
        Claim.newBuilder(event.getClaim())
            .setModality(modality)
            .setModalityCue(cue)
            .setFactuality(factuality)
            .build();
    return CODER.code(with(event, claim), "g1").getFactuality();
  }

  @Test
  void shouldCodeAnAnnouncementBesideTheIntendedActThatCounts() {
    CodedClaim act = coded("cooperate.sell-to");
    CodedClaim announcement = coded("cooperate.sell-to+announced");

    assertThat(act.getFactuality()).isEqualTo(Factuality.INTENDED);
    assertThat(act.getDisposition()).isEqualTo(Disposition.INDEXED);
    assertThat(announcement.getCoding().getEvent()).isEqualTo(EventType.AGREE);
    assertThat(announcement.getFactuality()).isEqualTo(Factuality.ASSERTED);
    assertThat(announcement.getDisposition()).isEqualTo(Disposition.NOT_INDEXED);
    assertThat(announcement.getReason()).isEqualTo("counts as the intended act");
  }

  @Test
  void shouldTakeWhatOthersSayOfAnActToComeForAForecast() {
    ClaimEvent event = event("cooperate.sell-to+announced");
    Mention other = new Mention("Chile", 0, 5, null, null, null);
    Claim told =
        Claim.newBuilder(event.getClaim()).setSpeaker(new Speaker(other, "said", null)).build();

    assertThat(CODER.code(with(event, told), "g1").getCoding()).isNull();
  }

  @Test
  void shouldRefuseAnEventWithoutAClaim() {
    ClaimEvent empty = ClaimEvent.newBuilder(event("aid.help")).setClaim(null).build();

    assertThatThrownBy(() -> CODER.code(empty, "g1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no claim");
  }

  private static CodedClaim coded(String rule) {
    return CODER.code(event(rule), "g1");
  }

  /** The claim of the example of a rule that the rule codes. */
  private static ClaimEvent event(String rule) {
    Example example =
        Example.all().stream()
            .filter(e -> e.rule().equals(rule.replace("+announced", "")))
            .findFirst()
            .orElseThrow();
    List<ClaimEvent> events =
        example.claims().stream()
            .filter(event -> event.getClaim() != null)
            .filter(
                event -> {
                  CodedClaim claim = CODER.code(event, "g1");
                  return claim.getCoding() != null && claim.getCoding().getRule().equals(rule);
                })
            .toList();
    return events.get(0);
  }

  private static ClaimEvent dated(ClaimEvent event, LocalDate day) {
    EventDate date = new EventDate(day, day, Granularity.DAY, "that day", 0);
    return with(event, Claim.newBuilder(event.getClaim()).setEventDate(date).build());
  }

  private static ClaimEvent with(ClaimEvent event, Claim claim) {
    return ClaimEvent.newBuilder(event).setClaim(claim).build();
  }
}
