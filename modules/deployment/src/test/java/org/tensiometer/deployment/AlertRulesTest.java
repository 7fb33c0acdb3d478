package org.tensiometer.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Alert rules and dashboard; that their metrics are there is tried where the parts run. Prometheus'
 * own promtool judges the rules; skipped where there is none, unless {@code
 * -Dtensiometer.promtool=required} asks for it.
 */
class AlertRulesTest {

  private static final Path PROMETHEUS = DeployFolder.FOLDER.resolve("prometheus");

  @Test
  void shouldFireWhenTheirTestsSaySo() throws Exception {
    assertThat(promtool("test", "rules", "alerts.test.yaml")).contains("SUCCESS");
  }

  @Test
  void shouldBeReadByPrometheusWithItsConfiguration() throws Exception {
    assertThat(promtool("check", "config", "prometheus.yaml")).contains("SUCCESS");
  }

  @Test
  void shouldSayOfEveryAlertWhatItMeansAndWhatToDo() throws IOException {
    JsonNode rules = DeployFolder.yaml("prometheus/alerts.yaml").get(0).findValue("rules");
    Set<String> names = new HashSet<>();
    for (JsonNode rule : rules) {
      String name = rule.get("alert").asText();
      assertThat(names.add(name)).as(name).isTrue();
      assertThat(name).startsWith("Tensiometer");
      assertThat(rule.at("/annotations/summary").asText()).as(name).isNotBlank();
      assertThat(rule.at("/annotations/description").asText()).as(name).isNotBlank();
      assertThat(rule.at("/labels/severity").asText()).as(name).isIn("warning", "critical");
    }
    assertThat(names).hasSizeGreaterThan(10);
  }

  @Test
  void shouldPutEveryPanelOfTheDashboardInAPlaceOfItsOwn() throws IOException {
    JsonNode panels =
        new ObjectMapper()
            .readTree(DeployFolder.FOLDER.resolve("grafana/dashboard.json").toFile())
            .get("panels");
    Set<String> taken = new HashSet<>();
    for (JsonNode panel : panels) {
      JsonNode place = panel.get("gridPos");
      for (int x = place.get("x").asInt(); x < end(place, "x", "w"); x++) {
        for (int y = place.get("y").asInt(); y < end(place, "y", "h"); y++) {
          assertThat(x).isLessThan(24);
          assertThat(taken.add(x + "," + y)).as(panel.get("title").asText()).isTrue();
        }
      }
      assertThat(panel.get("targets")).as(panel.get("title").asText()).isNotEmpty();
    }
  }

  private static int end(JsonNode place, String from, String length) {
    return place.get(from).asInt() + place.get(length).asInt();
  }

  private static String promtool(String... arguments) throws IOException, InterruptedException {
    boolean found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "promtool")));
    if (!found && "required".equals(System.getProperty("tensiometer.promtool"))) {
      throw new IllegalStateException(
          "The alert rules were to be tried (tensiometer.promtool=required), and there is no"
              + " promtool; it comes with Prometheus");
    }
    assumeTrue(found, "no promtool; -Dtensiometer.promtool=required makes this a failure");
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(PROMETHEUS.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
