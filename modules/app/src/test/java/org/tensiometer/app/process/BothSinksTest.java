package org.tensiometer.app.process;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.app.OpenAlerts;
import org.tensiometer.app.Settings;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(SharedCluster.class)
class BothSinksTest {

  /** As {@code run} does that was stopped while another generation became live. */
  @Test
  void shouldTakeBackWhatOnlyTheOtherGenerationSaidWhenStartedOnThisAndWhenGoingBack(
      TestCluster cluster) {
    Settings settings =
        new Settings(
            cluster.bootstrapServers(),
            cluster.registryUrl(),
            new Topics("both-sinks", "g1", 1),
            Map.of());
    OpenAlerts alerts = new OpenAlerts(settings);
    alerts.generation("g1", "CHN-JPN");
    alerts.generation("g2", "KOR-PRK");

    try (BothSinks sinks = new BothSinks(Routes.NONE)) {
      sinks.workOn(settings);
      awaitLive(alerts, "CHN-JPN");
    }
    try (BothSinks sinks = new BothSinks(Routes.NONE)) {
      sinks.workOn(settings.ofGeneration("g2"));
      awaitLive(alerts, "KOR-PRK");
      sinks.workOn(settings);
      awaitLive(alerts, "CHN-JPN");
    }
  }

  private static void awaitLive(OpenAlerts alerts, String pair) {
    Await.until("the alert of " + pair + " alone", alerts::live, Set.of(pair)::equals);
  }
}
