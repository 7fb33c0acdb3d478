package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.acceptance.ShippedProcess;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.Topics;

/**
 *
 *
 * <pre>
 * sink alerts   read .. write .. kill -9 | read again .. write .. commit, read .. write .. kill -9 | ...
 * </pre>
 *
 * Readers of committed records see every alert once.
 */
class KilledSinkIT {

  private static final Topics TOPICS = Installation.TOPICS;

  private final int alerts = FaultSize.of("sink.alerts", 6_000, 100_000);
  private final int kills = FaultSize.of("sink.kills", 2, 20);

  @TempDir private Path folder;

  @Test
  void shouldForwardEveryAlertOnceWhenKilledBetweenReadAndWrite() throws Exception {
    Map<String, String> settings =
        Map.of("session.timeout.ms", "6000", "heartbeat.interval.ms", "1000");
    try (Installation installation = new Installation(TestCluster.start(), folder);
        Transactions transactions =
            new Transactions(
                installation.cluster().clientConfig(), TOPICS.prefix() + "-sink-alerts-0");
        GroupProgress progress =
            new GroupProgress(
                installation.cluster().clientConfig(), TOPICS.prefix() + "-sink-alerts")) {
      installation.createTopics(1);
      int portion = alerts / (kills + 1);
      AtomicInteger sent = new AtomicInteger();
      for (int hit = 0; hit < kills; hit++) {
        Hit.until(
            "the sink",
            () -> {
              send(installation, sent.get(), sent.addAndGet(portion));
              return killInside(installation, transactions, progress, settings, sent.get());
            });
      }
      send(installation, sent.get(), sent.addAndGet(portion));
      installation.start("sink", settings, "sink", "alerts");
      int all = sent.get();
      Await.until(
          "the alerts to be forwarded", () -> forwarded(installation).size(), seen -> seen >= all);
      assertThat(forwarded(installation)).isEqualTo(LedgerAlerts.ids(all));
    }
  }

  private static boolean killInside(
      Installation installation,
      Transactions transactions,
      GroupProgress progress,
      Map<String, String> settings,
      int sent)
      throws Exception {
    ShippedProcess sink = installation.start("sink", settings, "sink", "alerts");
    Map<TopicPartition, Long> ends = progress.ends(Set.of(TOPICS.alerts().name()));
    boolean inside =
        transactions.killInside(
            sink, () -> progress.lag(ends), () -> forwarded(installation).size() >= sent);
    if (!inside) {
      assertThat(sink.isAlive()).as(() -> installation.printed("sink")).isTrue();
      sink.kill();
    }
    // Without any left it was about to commit, which the broker then does without it.
    return inside && progress.lag(ends) > 0;
  }

  private static List<String> forwarded(Installation installation) {
    return installation
        .cluster()
        .reader()
        .records(
            TOPICS.liveAlerts().name(), installation.serdes().valueDeserializer(TensionAlert.class))
        .stream()
        .map(record -> record.value().getAlertId())
        .sorted()
        .toList();
  }

  private static void send(Installation installation, int from, int to) {
    installation
        .cluster()
        .produce(
            IntStream.range(from, to)
                .mapToObj(
                    number ->
                        new ProducerRecord<>(
                            TOPICS.alerts().name(),
                            LedgerAlerts.id(number),
                            LedgerAlerts.alert(number)))
                .toList(),
            installation.serdes().valueSerializer(TensionAlert.class));
  }
}
