package org.tensiometer.claims.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tensiometer.claims.extraction.StoredStory.claim;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensiometer.claims.language.nlp4j.SharedEngine;
import org.tensiometer.contracts.Attribution;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.Granularity;
import org.tensiometer.contracts.Mention;
import org.tensiometer.contracts.Modality;
import org.tensiometer.contracts.Polarity;
import org.tensiometer.contracts.PredicateKind;

/** The rules over stored trees of made-up sentences. */
class ClaimRulesTest {

  private static List<String> roles(Claim claim) {
    return claim.getArguments().stream()
        .map(argument -> argument.getRole() + " " + argument.getMention().getText())
        .toList();
  }

  private static Mention argument(Claim claim, String role) {
    return claim.getArguments().stream()
        .filter(argument -> argument.getRole().equals(role))
        .findFirst()
        .orElseThrow()
        .getMention();
  }

  @Nested
  class Announced {

    @Test
    void shouldTellApartThatAnActIsIntendedAndThatItIsAnnounced() {
      Claim act = claim("would send two ships", "send");
      Claim announcement = claim("would send two ships", "would");

      assertThat(act.getFactuality()).isEqualTo(Factuality.INTENDED);
      assertThat(announcement.getFactuality()).isEqualTo(Factuality.ASSERTED);
      assertThat(announcement.getArguments()).isEqualTo(act.getArguments());
      assertThat(announcement.getSpeaker()).isEqualTo(act.getSpeaker());
    }

    @Test
    void shouldHearNoAnnouncementInWhatWillHappenByItself() {
      assertThat(StoredStory.events())
          .map(ClaimEvent::getClaim)
          .filteredOn(claim -> claim.getSentence().getText().contains("It will not happen again"))
          .noneMatch(claim -> claim.getPredicate().getText().equals("will"));
    }
  }

  @Nested
  class Attributions {

    @Test
    void shouldGiveIndirectSpeechToTheSubjectOfItsVerb() {
      Claim claim = claim("would send two ships", "send");
      assertThat(claim.getSpeaker().getMention().getText()).isEqualTo("The minister");
      assertThat(claim.getSpeaker().getCue()).isEqualTo("said");
      assertThat(claim.getAttribution()).isEqualTo(Attribution.INDIRECT);
    }

    @Test
    void shouldGiveAQuotationToWhoIsNamedAfterIt() {
      Claim claim = claim("We regret this", "regret");
      assertThat(claim.getSpeaker().getMention().getText()).isEqualTo("she");
      assertThat(claim.getSpeaker().getMention().getAntecedent())
          .isEqualTo("The minister, Jane Roe");
      assertThat(claim.getAttribution()).isEqualTo(Attribution.DIRECT);
    }

    @Test
    void shouldCarryTheSpeakerOverToTheNextQuotation() {
      Claim claim = claim("It will not happen again", "happen");
      assertThat(claim.getSpeaker().getMention().getText()).isEqualTo("she");
      assertThat(claim.getSpeaker().getMention().getHead()).isNull();
      assertThat(claim.getSpeaker().getCue()).isNull();
    }

    @Test
    void shouldFindTheSpeakerAfterTheClause() {
      Claim claim = claim("the state news agency reported", "summoned");
      assertThat(claim.getSpeaker().getMention().getText()).isEqualTo("the state news agency");
    }

    @Test
    void shouldTakeAccordingToForASource() {
      Claim claim = claim("According to the ministry", "signed");
      assertThat(claim.getSpeaker().getMention().getText()).isEqualTo("the ministry");
      assertThat(claim.getSpeaker().getCue()).isEqualTo("According to");
      assertThat(roles(claim)).noneMatch(role -> role.contains("ministry"));
    }

    @Test
    void shouldCallAnActWithQuotedWordsMixed() {
      Claim claim = claim("called the accusations", "called");
      assertThat(claim.getAttribution()).isEqualTo(Attribution.MIXED);
      assertThat(claim.getSpeaker().getMention().getText()).isEqualTo("The envoy");
    }

    @Test
    void shouldLeaveToTheOutletWhatNobodySays() {
      Claim claim = claim("did not attack", "attack");
      assertThat(claim.getSpeaker()).isNull();
      assertThat(claim.getAttribution()).isEqualTo(Attribution.NARRATED);
    }

    @Test
    void shouldGiveAToldActOfSpeechToWhoTellsIt() {
      Claim claim = claim("the rebels had refused", "refused");
      assertThat(claim.getSpeaker().getMention().getText()).isEqualTo("The envoy");
      assertThat(claim.getSpeaker().getCarrier()).isNull();
    }

    @Test
    void shouldTakeANameBeforeAColonForTheSpeaker() {
      Claim claim = claim("Syldavian minister:", "release");
      assertThat(claim.getSpeaker().getMention().getText()).isEqualTo("Syldavian minister");
      assertThat(claim.getSpeaker().getCue()).isEqualTo(":");
    }

    @Test
    void shouldGiveAVerdictInANounToItsOwner() {
      Claim claim = claim("angered Borduria", "condemnation");
      assertThat(claim.getSpeaker().getMention().getText()).isEqualTo("The king");
    }

    @Test
    void shouldGiveWhatATextSaysToWhoIssuedIt() {
      Claim claim = claim("issued a statement", "mined");
      assertThat(claim.getSpeaker().getMention().getText()).isEqualTo("Borduria");
    }

    @Test
    void shouldKeepTheWordOfSayingWhereNothingElseShowsThatSomebodySpoke() {
      Claim claim = claim("spoke about the ships", "spoke");
      assertThat(claim.getSpeaker().getMention().getText()).isEqualTo("The general");
    }

    @Test
    void shouldNotTakeADatelineForAParty() {
      Claim claim = claim("recalled its ambassador", "recalled");
      assertThat(roles(claim)).containsExactly("nsubj Syldavia", "obj its ambassador");
      assertThat(claim.getSentence().getText()).startsWith("Syldavia recalled");
    }

    @Test
    void shouldNotCountPlainSayingAsAnAct() {
      assertThat(StoredStory.events())
          .noneMatch(event -> event.getClaim().getPredicate().getLemma().equals("say"))
          .noneMatch(event -> event.getClaim().getPredicate().getLemma().equals("tell"));
    }
  }

  @Nested
  class FactualityValues {

    @ParameterizedTest(name = "{1} in \"{0}\" is {2} {3}")
    @CsvSource({
      "would send two ships, send, INTENDED, FUTURE, would",
      "It will not happen again, happen, DENIED, FUTURE, not",
      "Officials believe, moved, REPORTED, HEDGED, believe",
      "denied that his guards, denied, ASSERTED, NONE,",
      "denied that his guards, attacked, DENIED, NONE, denied",
      "called the accusations, withdraw, CONDITIONAL, DEMANDED, urged",
      "called the accusations, urged, ASSERTED, NONE,",
      "will close the strait, close, CONDITIONAL, CONDITIONAL, If",
      "also warned Syldavia, warned, ASSERTED, NONE,",
      "also warned Syldavia, making, CONDITIONAL, CONDITIONAL, if",
      "also warned Syldavia, sold, CONDITIONAL, CONDITIONAL, if",
      "could impose, impose, CONDITIONAL, CONDITIONAL, could",
      "could impose, sanctions, CONDITIONAL, CONDITIONAL, could",
      "did not attack, attack, DENIED, NONE, not",
      "reportedly shelled, shelled, REPORTED, HEDGED, reportedly",
      "Borduria plans to provide, provide, INTENDED, FUTURE, plans",
      "The provision of, provision, CONDITIONAL, CONDITIONAL, would",
      "agreed to hold, agreed, ASSERTED, NONE,",
      "agreed to hold, talks, INTENDED, FUTURE, agreed",
      "there was evidence, trained, REPORTED, HEDGED, evidence"
    })
    void shouldFollowFromTheWordsThatGovern(
        String sentence, String predicate, Factuality factuality, Modality modality, String cue) {
      Claim claim = claim(sentence, predicate);
      assertThat(claim.getFactuality()).isEqualTo(factuality);
      assertThat(claim.getModality()).isEqualTo(modality);
      assertThat(claim.getModalityCue()).isEqualTo(cue);
      boolean negated = factuality == Factuality.DENIED;
      assertThat(claim.getPolarity()).isEqualTo(negated ? Polarity.NEGATED : Polarity.AFFIRMED);
    }
  }

  @Nested
  class Arguments {

    @Test
    void shouldSplitCompoundParties() {
      assertThat(roles(claim("According to the ministry", "signed")))
          .contains("nsubj Borduria", "nsubj Syldavia");
    }

    @Test
    void shouldNameTheAgentOfAPassive() {
      assertThat(roles(claim("condemned by Borduria", "condemned")))
          .containsExactly("nsubj:pass The raid", "obl:agent Borduria");
    }

    @Test
    void shouldTakeEachOtherForThePartiesOfTheSubject() {
      assertThat(argument(claim("fired at each other", "fired"), "obl:at").getAntecedent())
          .isEqualTo("Borduria and Syldavia");
      assertThat(argument(claim("accused one another", "accused"), "obj").getAntecedent())
          .isEqualTo("Borduria and Syldavia");
    }

    @Test
    void shouldNameThePreposition() {
      assertThat(roles(claim("Borduria plans to provide", "provide")))
          .containsExactly("nsubj Borduria", "obj food", "obl:to Syldavia");
    }

    @Test
    void shouldGiveTheInfinitiveToTheOneUrged() {
      assertThat(argument(claim("called the accusations", "withdraw"), "nsubj").getText())
          .isEqualTo("Syldavia");
    }

    @ParameterizedTest
    @CsvSource({
      "accused it of sinking, sinking, it",
      "warned him against arming, arming, him",
      "urging it to respect, respect, it"
    })
    void shouldGiveAGerundToTheObjectThatItIsSaidOf(String sentence, String predicate, String who) {
      assertThat(argument(claim(sentence, predicate), "nsubj").getText()).isEqualTo(who);
    }

    @Test
    void shouldGiveARelativeClauseItsNoun() {
      assertThat(roles(claim("also warned Syldavia", "met")))
          .contains("nsubj The chancellor", "obj the king", "obl:in Klow");
      assertThat(roles(claim("that Borduria had launched", "launched")))
          .contains("nsubj Borduria", "obj the attack");
    }

    @Test
    void shouldSeeNominalActs() {
      Claim claim = claim("The provision of", "provision");
      assertThat(claim.getPredicate().getKind()).isEqualTo(PredicateKind.NOUN);
      assertThat(roles(claim)).containsExactly("nmod:of Bordurian tanks", "nmod:to Syldavia");
    }

    @Test
    void shouldKnowWhoseVisitFramesTheClause() {
      assertThat(roles(claim("During a visit to Klow", "visit")))
          .containsExactly("nmod:to Klow", "nsubj the chancellor");
    }

    @Test
    void shouldShareTheSubjectOfAgreedTalks() {
      assertThat(roles(claim("agreed to hold", "talks")))
          .contains("nsubj Borduria", "nsubj Syldavia");
    }
  }

  @Nested
  class Dates {

    @ParameterizedTest(name = "{1} in \"{0}\" on {2}")
    @CsvSource({
      "the state news agency reported, summoned, 2021-03-01, DAY, Monday",
      "would send two ships, send, 2021-03-02, DAY, Tuesday",
      "In 1952, invaded, 1952-01-01, YEAR, 1952",
      "During a visit to Klow, visit, 2021-03-04, DAY, Thursday",
      "During a visit to Klow, praised, 2021-03-04, DAY, Thursday",
      "agreed to hold, talks, 2021-03-08, WEEK, next week",
      "His visit to Borduria, visit, 2021-03-07, DAY, Sunday",
      "was cancelled, planned, 2021-03-03, DAY, Wednesday",
      "has closed its embassy, closed, 2021-03-02, DAY, Tuesday"
    })
    void shouldBelongToTheirClause(
        String sentence, String predicate, LocalDate start, Granularity granularity, String words) {
      Claim claim = claim(sentence, predicate);
      assertThat(claim.getEventDate().getStart()).isEqualTo(start);
      assertThat(claim.getEventDate().getGranularity()).isEqualTo(granularity);
      assertThat(claim.getEventDate().getText()).isEqualTo(words);
    }

    @Test
    void shouldMarkHistory() {
      assertThat(claim("In 1952", "invaded").getHistorical()).isTrue();
      assertThat(claim("the state news agency reported", "summoned").getHistorical()).isFalse();
    }

    @Test
    void shouldLeaveRelativeDatesOpenWithoutPublication() {
      List<ClaimEvent> events =
          new DependencyClaimSplitter(new StoredStory())
              .split(Articles.of(StoredStory.text(), null));
      assertThat(events)
          .extracting(event -> event.getClaim().getEventDate())
          .filteredOn(date -> date != null)
          .extracting(date -> date.getText())
          .containsExactly("1952");
    }
  }

  @Nested
  class Antecedents {

    @Test
    void shouldResolvePossessivesWithinTheSentence() {
      assertThat(argument(claim("Officials believe", "moved"), "obj").getAntecedent())
          .isEqualTo("Borduria");
      assertThat(argument(claim("denied that his guards", "attacked"), "nsubj").getAntecedent())
          .isEqualTo("The president");
    }

    @Test
    void shouldTakeItForTheOneWarned() {
      assertThat(argument(claim("also warned Syldavia", "sold"), "nsubj").getAntecedent())
          .isEqualTo("Syldavia");
    }

    @ParameterizedTest
    @CsvSource({
      "cut ties with Syldavia, accused, Syldavia",
      "criticised Borduria, urging, Borduria",
      "met the chancellor, warned, the chancellor"
    })
    void shouldNotTakeTheSubjectForTheObjectOfItsOwnVerb(
        String sentence, String predicate, String meant) {
      assertThat(argument(claim(sentence, predicate), "obj").getAntecedent()).isEqualTo(meant);
    }

    @Test
    void shouldTakeANameInThePluralForOneBody() {
      assertThat(argument(claim("Emirates said it", "expelled"), "nsubj").getAntecedent())
          .isEqualTo("The United Arab Emirates");
    }

    @Test
    void shouldTakeAReflexiveForTheSubject() {
      assertThat(argument(claim("swore to defend itself", "defend"), "obj").getAntecedent())
          .isEqualTo("Borduria");
    }

    @Test
    void shouldSeekTheOwnerOfAReasonInWhoIsThanked() {
      assertThat(argument(claim("thanked Borduria for", "help"), "nmod:poss").getAntecedent())
          .isEqualTo("Borduria");
    }

    @Test
    void shouldResolveHisAcrossSentences() {
      assertThat(argument(claim("His visit to Borduria", "visit"), "nmod:poss").getAntecedent())
          .isEqualTo("The king of Syldavia, John Doe");
    }

    @Test
    void shouldResolveBothCountriesToTheTwoNamedTogether() {
      assertThat(argument(claim("both countries welcomed", "welcomed"), "nsubj").getAntecedent())
          .isEqualTo("Borduria and Syldavia");
    }

    @Test
    void shouldTakeWeForTheSpeaker() {
      assertThat(argument(claim("We regret this", "regret"), "nsubj").getAntecedent())
          .isEqualTo("The minister, Jane Roe");
    }
  }

  @Test
  void shouldKnowANameOfTwoEqualPartsByEither() {
    String analysis =
        """
        1\tRoe\troe\tPROPN\tNNP\t_\t2\tcompound\t_\tEntity=B-PERSON
        2\tRoe\troe\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=L-PERSON
        3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_

        1\tRoe\troe\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=U-PERSON
        2\treturned\treturn\tVERB\tVBD\t_\t0\troot\t_\t_
        """;
    List<ClaimEvent> events =
        new DependencyClaimSplitter(new StoredStory(analysis))
            .split(Articles.of("Roe Roe left Roe returned", null));
    assertThat(argument(events.get(1).getClaim(), "nsubj").getAntecedent()).isEqualTo("Roe Roe");
  }

  @Test
  void shouldSayTheSameWithTheEngineThatTheStoredTreesCameFrom() {
    List<Claim> live =
        new DependencyClaimSplitter(SharedEngine.get())
            .split(Articles.of(StoredStory.text(), StoredStory.PUBLISHED)).stream()
                .map(ClaimEvent::getClaim)
                .toList();
    assertThat(live).isEqualTo(StoredStory.events().stream().map(ClaimEvent::getClaim).toList());
  }
}
