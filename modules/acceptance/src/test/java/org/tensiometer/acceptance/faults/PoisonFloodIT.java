package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.Topics;

/**
 * From some point on everything is poison: the topology pauses and says why, instead of emptying
 * the topic into the dead letters, until an operator lets it.
 */
@Tag("full")
class PoisonFloodIT {

  private static final Topics TOPICS = Installation.TOPICS;
  private static final int BORNE = 50;
  private static final String MAX = "tensiometer.refusals.max";

  private final int poison = FaultSize.of("flood.poison", 150, 2_000);

  @TempDir private Path folder;

  @Test
  void shouldPauseWithItsReasonWhenEverythingIsPoisonAndGoOnWhenToldTo() throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = new LedgerRun(installation, 1, 21)) {
      run.send(400);
      try (StreamFleet fleet = new StreamFleet(installation, Map.of(MAX, "" + BORNE))) {
        fleet.start(0);
        fleet.awaitRead();
        for (int i = 0; i < poison; i++) {
          run.sendPoison(Poison.values()[i % Poison.values().length]);
        }
        Await.until(
            "the topology to say that it pauses",
            () -> fleet.printed(0).contains("the last " + BORNE + " records were all refused"),
            Boolean::booleanValue);
        fleet.requireAllAlive();
        assertThat(letters(installation)).as("dead letters until then").isLessThanOrEqualTo(BORNE);
        assertThat(fleet.lag())
            .as("poison that is left where it is")
            .isGreaterThanOrEqualTo(poison - BORNE);
        fleet.process(0).kill();
      }
      try (StreamFleet fleet = new StreamFleet(installation, Map.of(MAX, "0"))) {
        fleet.start(0);
        run.checkAnswer(fleet.progress());
      }
    }
  }

  private static int letters(Installation installation) {
    return installation
        .cluster()
        .reader()
        .records(
            TOPICS.deadLetters().name(), installation.serdes().valueDeserializer(DeadLetter.class))
        .size();
  }
}
