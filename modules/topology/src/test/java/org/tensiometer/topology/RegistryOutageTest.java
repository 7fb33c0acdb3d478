package org.tensiometer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.Topics;

class RegistryOutageTest {

  @Test
  void shouldDelayAndNeitherDiscardNorStopWhileTheRegistryIsAway() throws Exception {
    Feed feed = new Feed();
    try (TestCluster cluster = TestCluster.start();
        BrokerRun run =
            new BrokerRun(
                cluster,
                new Topics("outage", "g1", 2),
                1,
                Map.of("max.retries", 0, "http.connect.timeout.ms", 1000))) {
      List<ProducerRecord<String, byte[]>> records = feed.records(run.topics(), run.serdes(), 0);
      cluster.stopRegistry();
      run.send(records).open("one");
      // The metadata names a thread that took another's place.
      Await.until(
          "a thread to be replaced",
          () ->
              run.streams().kafkaStreams().metadataForLocalThreads().stream()
                  .map(thread -> thread.threadName())
                  .toList(),
          names -> names.stream().anyMatch(name -> !name.endsWith("StreamThread-1")));
      assertThat(run.streams().state()).isNotEqualTo(KafkaStreams.State.ERROR);
      cluster.restartRegistry();
      assertThat(run.awaitAnswer().dispositions()).isEqualTo(feed.dispositions());
      assertThat(run.deadLetters().stream().filter(l -> l.getReason().equals("undecodable")))
          .hasSize(feed.poison());
    }
  }
}
