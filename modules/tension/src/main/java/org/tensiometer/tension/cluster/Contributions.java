package org.tensiometer.tension.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.EventCoding;
import org.tensiometer.contracts.Evidence;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.tension.Fingerprints;
import org.tensiometer.tension.config.CommonWords;
import org.tensiometer.tension.config.TensionConfig;

/** Takes from a claim what its pair keeps of it: the numbers and, apart, the words. */
public final class Contributions {

  // Newsrooms write short sentences alike by chance; long ones are alike because they are copies.
  private static final int WORDS_OF_A_COPY = 8;

  private final CommonWords common;

  public Contributions(TensionConfig config) {
    this.common = config.commonWords();
  }

  /**
   * @throws IllegalArgumentException if the claim's act is not coded, so that it belongs to no pair
   */
  public PairContribution numbers(PairClaim pairClaim) {
    CodedClaim claim = pairClaim.getClaim();
    EventCoding coding = claim.getCoding();
    if (coding == null) {
      throw new IllegalArgumentException(
          "Claim "
              + claim.getClaimId()
              + " for pair "
              + pairClaim.getPair()
              + " has no coded act; such a claim belongs to no pair");
    }
    SentenceWords words = SentenceWords.of(claim.getSentence().getText());
    return PairContribution.newBuilder()
        .setClaimId(claim.getClaimId())
        .setDay(claim.getDay())
        .setDirection(pairClaim.getDirection())
        .setEvent(coding.getEvent())
        .setMode(coding.getMode())
        .setCameo(coding.getCameo())
        .setQuad(coding.getQuad())
        .setIntensityMicros(coding.getIntensityMicros())
        .setFactuality(claim.getFactuality())
        .setHistorical(claim.getHistorical())
        .setOutlet(claim.getOutlet())
        .setReceivedAt(claim.getReceivedAt())
        .setTextFingerprint(textFingerprint(claim, words))
        .setLexicon(claim.getLexicon())
        .setCoder(claim.getCoder())
        .setEngine(claim.getEngine().getName() + ' ' + claim.getEngine().getVersion())
        .setWords(toCompare(claim, words).bytes())
        .build();
  }

  private ClaimWords toCompare(CodedClaim claim, SentenceWords words) {
    List<String> parties = new ArrayList<>();
    claim.getSource().forEach(actor -> parties.add(actor.getText()));
    claim.getTarget().forEach(actor -> parties.add(actor.getText()));
    return ClaimWords.of(words, parties, common);
  }

  /** The words behind a coded claim. */
  public static Evidence evidence(CodedClaim claim) {
    Actor speaker = claim.getSpeaker();
    return Evidence.newBuilder()
        .setClaimId(claim.getClaimId())
        .setArticleId(claim.getArticleId())
        .setUrl(claim.getUrl())
        .setOutlet(claim.getOutlet())
        .setTitle(claim.getTitle())
        .setPublished(claim.getPublished())
        .setSentence(claim.getSentence())
        .setPredicateStart(claim.getPredicate().getStart())
        .setPredicateEnd(claim.getPredicate().getEnd())
        .setSpeaker(speaker == null ? null : speaker.getText())
        .setSpeakerCountry(speaker == null ? null : speaker.getCountry())
        .setSourceText(texts(claim.getSource()))
        .setTargetText(texts(claim.getTarget()))
        .setRule(claim.getCoding().getRule())
        .build();
  }

  private static String texts(List<Actor> actors) {
    return actors.size() == 1
        ? actors.get(0).getText()
        : actors.stream().map(Actor::getText).collect(Collectors.joining("; "));
  }

  private static long textFingerprint(CodedClaim claim, SentenceWords words) {
    List<String> compared = words.ofSmallText();
    return compared.size() < WORDS_OF_A_COPY
        ? Fingerprints.of(claim.getRevision().getContentHash())
        : Fingerprints.of(String.join(" ", compared));
  }
}
