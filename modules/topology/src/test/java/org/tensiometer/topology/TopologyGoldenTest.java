package org.tensiometer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Fails on purpose whenever the topology changes: names of nodes, stores and internal topics are
 * part of the state on disk and in the cluster. A change that is meant needs a new generation or an
 * upgrade path, and the new description in src/test/resources/topology.txt.
 */
class TopologyGoldenTest {

  @Test
  void shouldBeTheTopologyThatTheStateOnDiskBelongsTo() throws IOException {
    String description =
        TopologyBench.topology(
                StreamsSettings.of(
                    TopologyBench.settings("mock://golden", Path.of("unused")),
                    TopologyBench.TOPICS))
            .describe()
            .toString();
    assertThat(withSortedStores(description)).isEqualToNormalizingNewlines(golden().strip());
  }

  @Test
  void shouldNameEveryNodeItself() throws IOException {
    assertThat(golden()).doesNotContain("KSTREAM", "KTABLE", "0000");
  }

  /** The stores of a node are a set. */
  private static String withSortedStores(String description) {
    return Pattern.compile("stores: \\[(.*)]")
        .matcher(description.strip())
        .replaceAll(
            found ->
                Arrays.stream(found.group(1).split(", "))
                    .sorted()
                    .collect(Collectors.joining(", ", "stores: [", "]")));
  }

  private static String golden() throws IOException {
    try (InputStream in = TopologyGoldenTest.class.getResourceAsStream("/topology.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
