package org.tensiometer.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tensiometer.deployment.DeployFolder.FOLDER;
import static org.tensiometer.deployment.DeployFolder.ROOT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The Compose file and the image, as far as they can be judged without an engine. */
class ComposeTest {

  private static Map<String, Map<String, Object>> services;

  @BeforeAll
  @SuppressWarnings("unchecked")
  static void readIt() throws IOException {
    // Jackson leaves merge keys (<<) alone.
    Map<String, Object> file =
        new Yaml(new LoaderOptions()).load(Files.readString(FOLDER.resolve("compose.yaml")));
    services = (Map<String, Map<String, Object>>) file.get("services");
  }

  @Test
  void shouldStartPartsThatTheProgramHas() {
    int parts = 0;
    for (Map<String, Object> service : services.values()) {
      if (service.containsKey("build")) {
        DeployFolder.isUnderstood(strings(service.get("command")), environment(service));
        parts++;
      }
    }
    assertThat(parts).isEqualTo(6);
  }

  @Test
  void shouldListenOnThisMachineOnly() {
    services.forEach(
        (name, service) ->
            assertThat(strings(service.getOrDefault("ports", List.of())))
                .as(name)
                .allMatch(port -> port.startsWith("127.0.0.1:")));
  }

  @Test
  void shouldWaitForServicesThatAreThereAndSayWhenTheyAreHealthy() {
    services.forEach(
        (name, service) -> {
          if (service.get("depends_on") instanceof Map<?, ?> needed) {
            needed
                .keySet()
                .forEach(
                    other -> assertThat(services.get(other)).as(name).containsKey("healthcheck"));
          }
        });
  }

  @Test
  void shouldConfigureTheBrokerWithSettingsThatItTakes() {
    Map<String, Object> settings = new HashMap<>();
    environment(services.get("kafka"))
        .forEach(
            (variable, value) -> {
              if (variable.startsWith("KAFKA_")) {
                settings.put(
                    variable
                        .substring("KAFKA_".length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.'),
                    value);
              }
            });
    KafkaConfig config = KafkaConfig.apply(settings, false);
    assertThat(new TreeSet<>(settings.keySet()))
        .as("settings a broker knows")
        .isSubsetOf(new TreeSet<>(KafkaConfig.configDef().names()));
    assertThat(config.nodeId()).isEqualTo(1);
  }

  @Test
  void shouldRunTheKafkaThatTheProgramIsBuiltWith() {
    assertThat(image("kafka")).isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
  }

  @Test
  void shouldRunTheSameImagesOnKubernetes() throws IOException {
    JsonNode registry = DeployFolder.yaml("kubernetes/registry.yaml").get(0);
    assertThat(image("registry")).isEqualTo(registry.findValue("image").asText());
    ObjectNode ours = (ObjectNode) DeployFolder.yaml("kubernetes/kustomization.yaml").get(0);
    JsonNode image = ours.get("images").get(0);
    assertThat(image("stream"))
        .isEqualTo(image.get("name").asText() + ':' + image.get("newTag").asText());
  }

  @Test
  void shouldStartTheLauncherWithoutAShellAsNobodySpecial() throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve("Dockerfile"));
    assertThat(lines).contains("ENTRYPOINT [\"/opt/tensiometer/tensiometer\"]", "USER 10001:10001");
    // By exec the signal of the engine reaches Java, with the options that Avro asks for.
    assertThat(Files.readString(ROOT.resolve("tensiometer")))
        .contains("\nexec \"$java\" \"${options[@]}\" -jar \"$JAR\" \"$@\"")
        .contains("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=org.tensiometer.contracts");
  }

  /** The image that is taken unless a variable names another. */
  private static String image(String service) {
    return services.get(service).get("image").toString().replaceAll("^\\$\\{\\w+:-(.*)}$", "$1");
  }

  private static List<String> strings(Object list) {
    List<String> strings = new ArrayList<>();
    ((List<?>) list).forEach(item -> strings.add(item.toString()));
    return strings;
  }

  private static Map<String, String> environment(Map<String, Object> service) {
    Map<String, String> environment = new HashMap<>();
    ((Map<?, ?>) service.get("environment"))
        .forEach((name, value) -> environment.put(name.toString(), value.toString()));
    return environment;
  }
}
