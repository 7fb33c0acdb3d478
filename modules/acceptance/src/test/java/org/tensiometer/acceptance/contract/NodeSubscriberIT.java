package org.tensiometer.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.acceptance.PublishedFeed;

/**
 * What the contract promises, tried from Node.js with libraries of others alone. Skipped where
 * there is no npm, unless {@code -Dtensiometer.node=required} asks for it.
 */
@ExtendWith(PublishedFeed.class)
class NodeSubscriberIT {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  @BeforeAll
  static void install() throws Exception {
    boolean found =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "npm")));
    if (!found && "required".equals(System.getProperty("tensiometer.node"))) {
      throw new IllegalStateException(
          "The subscriber in Node.js was asked for (tensiometer.node=required), and there is no npm;"
              + " on Debian: apt-get install nodejs npm");
    }
    assumeTrue(
        found, "no npm on the search path; -Dtensiometer.node=required makes this a failure");
    try (Stream<Path> files = Files.list(ROOT.resolve("examples/node-subscriber"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
  }

  @Test
  void shouldLetAsyncApisOwnParserFindTheDocumentValid() throws Exception {
    String document = ROOT.resolve("deploy/asyncapi.yaml").toString();
    assertThat(run("node", "validate-contract.js", document)).contains("valid: AsyncAPI 3.0.0");
  }

  @Test
  void shouldReadTheOpenAlertsOfARun() throws Exception {
    String printed =
        run(
            "node",
            "open-alerts.js",
            PublishedFeed.stack().bootstrapServers(),
            PublishedFeed.stack().registryUrl());
    List<JsonNode> alerts = new ArrayList<>();
    for (String line : printed.lines().toList()) {
      alerts.add(JSON.readTree(line));
    }
    assertThat(alerts)
        .anySatisfy(
            line -> {
              JsonNode alert = line.get("alert");
              assertThat(alert.get("pair").asText()).isEqualTo(PublishedFeed.PAIR);
              assertThat(alert.get("alert_id")).isEqualTo(line.get("alert_id"));
              assertThat(alert.get("first_day").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
              assertThat(alert.get("top_clusters").get(0).get("evidence").get(0).get("sentence"))
                  .isNotNull();
            });
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".log");
    Path errors = Files.createTempFile(folder, "errors", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(String.join(" ", command)).isTrue();
      assertThat(process.exitValue())
          .as("%s%n%s", String.join(" ", command), Files.readString(errors))
          .isZero();
      return Files.readString(output);
    } finally {
      process.destroyForcibly();
    }
  }
}
