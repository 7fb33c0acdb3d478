package org.tensiometer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensiometer.testkit.FolderArchive;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.Topics;

/**
 * An installation that an earlier version left behind goes on: topics, schemas, committed offsets
 * and local state of the first half of {@link Feed} stand beside this test, one archive a version.
 *
 * <p>{@code -Dtensiometer.write.state=true} writes that of the present version. An archive is never
 * written again once its version is out: where this test then fails, an upgrade in place would give
 * wrong numbers, and the change needs a way over or a new name of its stores.
 */
class InPlaceUpgradeTest {

  private static final String WRITE = "tensiometer.write.state";
  private static final Path EARLIER =
      Path.of("src/test/resources/org/tensiometer/topology/earlier").toAbsolutePath();
  private static final Topics TOPICS = new Topics("upgrade", Topics.DEFAULT_GENERATION, 2);
  private static final String STATES = "states";
  private static final String LOCAL = "one";
  private static final long ORDER = 11;

  private final Feed feed = new Feed();

  @ParameterizedTest
  @CsvSource({"0.1.0, " + LOCAL, "0.1.0, lost"})
  void shouldGoOnWithTheStateOfAnEarlierVersion(String version, String state) throws Exception {
    Path archive = EARLIER.resolve(version + ".zip");
    try (TestCluster cluster =
            TestCluster.startInThisJvm(folder -> FolderArchive.unpack(archive, folder));
        BrokerRun run = run(cluster)) {
      assertThat(run.lag()).as("the first half is not read again").isZero();

      List<ProducerRecord<String, byte[]>> records = feed.records(TOPICS, run.serdes(), ORDER);
      run.send(records.subList(records.size() / 2, records.size())).start(state);

      Answer answer = run.awaitAnswer();
      assertThat(answer.dispositions()).isEqualTo(feed.dispositions());
      Answer told = TopologyBench.told(feed);
      assertThat(answer.indicators()).isEqualTo(told.indicators());
      assertThat(answer.alerts()).isEqualTo(told.alerts());
    }
  }

  @Test
  @EnabledIfSystemProperty(named = WRITE, matches = "true")
  void shouldWriteTheStateOfThisVersion() throws Exception {
    try (TestCluster cluster = TestCluster.startInThisJvm();
        BrokerRun run = run(cluster)) {
      List<ProducerRecord<String, byte[]>> records = feed.records(TOPICS, run.serdes(), ORDER);
      run.send(records.subList(0, records.size() / 2)).start(LOCAL).awaitAnswer();
      run.stop();
      cluster.stop();
      Files.createDirectories(EARLIER);
      FolderArchive.pack(cluster.dataFolder(), EARLIER.resolve("0.1.0.zip"));
    }
  }

  private static BrokerRun run(TestCluster cluster) {
    return new BrokerRun(cluster, TOPICS, 1, Map.of(), cluster.dataFolder().resolve(STATES));
  }
}
