package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.acceptance.ShippedProcess;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SameAnswer;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.Topics;

/**
 * Replays with one, two and four threads, each undisturbed and killed in the middle and started
 * again, and all of that twice, give the last records of the live generation, whose topics they
 * leave alone.
 */
@Tag("full")
class ReplayIT {

  private static final int[] THREADS = {1, 2, 4};
  private static final int PROBES = 40;
  private static final Topics LIVE = Installation.TOPICS;
  private static final Set<String> CLAIMS = Set.of(LIVE.claims().name());
  private static final Set<String> OUTPUTS =
      Set.of(LIVE.codedClaims().name(), LIVE.indicators().name(), LIVE.alerts().name());

  private final int claims = FaultSize.of("replay.claims", 6_000, 60_000);
  private final int rounds = FaultSize.of("replay.rounds", 1, 2);

  @TempDir private Path folder;

  @Test
  void shouldAnswerAsTheLiveGenerationWhateverTheThreadsAndKills() throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      installation.start("sink", Map.of(), "sink", "indicators");
      fleet.start(0);
      run.send(claims);
      run.checkAnswer(fleet.progress());
      SortedMap<String, TensionIndicator> indicators = run.last(LIVE.indicators());
      SortedMap<String, TensionAlert> alerts = run.last(LIVE.alerts());
      Map<TopicPartition, Long> ends = fleet.progress().ends(OUTPUTS);

      for (int round = 1; round <= rounds; round++) {
        for (int threads : THREADS) {
          for (boolean killed : new boolean[] {false, true}) {
            Topics replayed =
                new Topics(LIVE.prefix(), "t" + threads + (killed ? "k" : "") + "r" + round);
            if (killed) {
              killInTheMiddle(installation, replayed, threads);
            }
            ShippedProcess replay = replay(installation, replayed, threads);
            assertThat(replay.awaitEnd())
                .as(() -> installation.printed(replayed.generation()))
                .isZero();
            SameAnswer.of(indicators, run.last(replayed.indicators()))
                .ignoring("generation")
                .check();
            SameAnswer.of(alerts, run.last(replayed.alerts())).ignoring("generation").check();
          }
        }
      }
      assertThat(fleet.progress().ends(OUTPUTS)).as("live topics").isEqualTo(ends);
      fleet.requireAllAlive();
    }
  }

  /** The live generation answers as if nobody replayed; what it costs it is printed. */
  @Test
  void shouldLeaveTheLiveGenerationAloneWhileItWorks() throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      fleet.start(0);
      run.send(claims);
      fleet.awaitRead();
      LiveDelays alone = new LiveDelays(run, fleet);
      IntStream.range(0, PROBES).forEach(probe -> alone.probe());

      Topics beside = new Topics(LIVE.prefix(), "beside");
      LiveDelays disturbed = new LiveDelays(run, fleet);
      try (GroupProgress progress =
          new GroupProgress(installation.cluster().clientConfig(), beside.applicationId())) {
        Map<TopicPartition, Long> ends = progress.ends(CLAIMS);
        long all = ends.values().stream().mapToLong(Long::longValue).sum();
        ShippedProcess replay = replay(installation, beside, 1);
        Await.until("the replay to be at work", () -> progress.lag(ends), lag -> lag < all);
        disturbed.probe();
        assertThat(progress.lag(ends)).as("claims left to be replayed").isPositive();
        while (progress.lag(ends) > 0 && replay.isAlive()) {
          disturbed.probe();
        }
        assertThat(replay.awaitEnd()).as(() -> installation.printed("beside")).isZero();
      }
      System.out.println("Live claims read after, alone: " + alone + "; beside: " + disturbed);
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }

  private static void killInTheMiddle(Installation installation, Topics replayed, int threads)
      throws Exception {
    try (GroupProgress progress =
        new GroupProgress(installation.cluster().clientConfig(), replayed.applicationId())) {
      Map<TopicPartition, Long> ends = progress.ends(CLAIMS);
      long all = ends.values().stream().mapToLong(Long::longValue).sum();
      ShippedProcess replay = replay(installation, replayed, threads);
      Await.until("the replay to be at work", () -> progress.lag(ends), lag -> lag < all);
      replay.kill();
      assertThat(progress.lag(ends)).as("claims left when it was killed").isPositive();
    }
  }

  private static ShippedProcess replay(Installation installation, Topics replayed, int threads) {
    String generation = replayed.generation();
    return installation.start(
        generation,
        Map.of(
            "num.stream.threads",
            Integer.toString(threads),
            "consumer.session.timeout.ms",
            Integer.toString(StreamFleet.SESSION_TIMEOUT_MILLIS),
            "consumer.heartbeat.interval.ms",
            "1000"),
        "replay",
        "start",
        "--generation",
        generation,
        "--state-dir",
        installation.folder().resolve("state-" + generation).toString());
  }
}
