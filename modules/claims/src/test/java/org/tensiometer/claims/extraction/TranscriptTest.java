package org.tensiometer.claims.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;

/** Speakers named in capitals before a colon, in a stored analysis. */
class TranscriptTest {

  private static final String TEXT =
      "\"MR. ROE: We will help Chile. MS. DOE: You will attack Peru,\" the paper printed.\n";

  @Test
  void shouldGiveEachUtteranceToTheNameBeforeItsColon() throws IOException {
    assertThat(claims())
        .filteredOn(claim -> claim.getSpeaker() != null)
        .extracting(
            claim -> claim.getPredicate().getText(),
            claim -> claim.getSpeaker().getMention().getText())
        .contains(tuple("help", "MR. ROE"), tuple("attack", "MS. DOE"))
        .noneMatch(pair -> pair.toList().get(0).equals("printed"));
  }

  private static List<Claim> claims() throws IOException {
    try (InputStream in =
        TranscriptTest.class.getResourceAsStream("/org/tensiometer/claims/transcript.conllu")) {
      String conllu = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new DependencyClaimSplitter(new StoredStory(conllu))
          .split(Articles.of(TEXT, StoredStory.PUBLISHED)).stream()
              .map(ClaimEvent::getClaim)
              .filter(claim -> claim != null)
              .toList();
    }
  }
}
