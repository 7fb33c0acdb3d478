package org.tensiometer.topology.article;

import java.util.stream.Stream;
import org.tensiometer.contracts.Argument;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Mention;
import org.tensiometer.contracts.Speaker;
import org.tensiometer.topology.deadletter.RefusedRecordException;
import org.tensiometer.wire.deadletters.DeadLetters;

/**
 * How much a claim event may say. Indicators and alerts repeat the words of up to fifteen claims in
 * one record, which has to remain one that brokers take.
 */
final class ClaimLimits {

  /** Most characters of all texts but those of the tokens, which are not carried on. */
  static final int MAX_CHARACTERS = 50_000;

  static final int MAX_TOKENS = 5_000;

  private ClaimLimits() {}

  /**
   * @throws RefusedRecordException if it says more
   */
  static void require(ClaimEvent event) {
    long characters = characters(event);
    if (characters > MAX_CHARACTERS) {
      throw refused(event, characters + " characters, of which at most " + MAX_CHARACTERS);
    }
    int tokens = event.getClaim() == null ? 0 : event.getClaim().getTokens().size();
    if (tokens > MAX_TOKENS) {
      throw refused(event, tokens + " tokens, of which at most " + MAX_TOKENS);
    }
  }

  private static long characters(ClaimEvent event) {
    long characters =
        length(event.getArticleId(), event.getUrl(), event.getOutlet(), event.getTitle());
    Claim claim = event.getClaim();
    if (claim == null) {
      return characters;
    }
    characters += length(claim.getSentence().getText(), claim.getPredicate().getText());
    characters += length(claim.getPredicate().getLemma(), claim.getModalityCue());
    characters += length(claim.getPlace());
    Speaker speaker = claim.getSpeaker();
    if (speaker != null) {
      characters += length(speaker.getMention()) + length(speaker.getCarrier());
      characters += length(speaker.getCue());
    }
    for (Argument argument : claim.getArguments()) {
      characters += length(argument.getRole()) + length(argument.getMention());
    }
    return characters;
  }

  private static long length(Mention mention) {
    return mention == null ? 0 : length(mention.getText(), mention.getAntecedent());
  }

  private static long length(String... texts) {
    return Stream.of(texts).mapToLong(text -> text == null ? 0 : text.length()).sum();
  }

  private static RefusedRecordException refused(ClaimEvent event, String what) {
    String claimId = event.getClaim() == null ? null : event.getClaim().getClaimId();
    return new RefusedRecordException(
        DeadLetters.INVALID, claimId, "The claim event holds " + what + " are taken");
  }
}
