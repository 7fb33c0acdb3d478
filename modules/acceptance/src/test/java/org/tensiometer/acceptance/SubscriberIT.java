package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.embedded.EmbeddedStack;
import org.tensiometer.testkit.TopicReader;
import org.tensiometer.wire.topics.Topics;

/** Reads what the shipped jar published with the tools of others. */
@ExtendWith(PublishedFeed.class)
class SubscriberIT {

  private static final Topics TOPICS = Topics.withDefaults();

  @TempDir private static Path folder;
  private final EmbeddedStack stack = PublishedFeed.stack();

  @Test
  void shouldLetConfluentsDeserializerReadIndicatorsAndAlerts() {
    Map<String, GenericRecord> latest = read(TOPICS.indicatorsLatest().name());
    assertThat(latest).containsKeys("ARM-AZE", "BRA-FRA");
    assertThat(latest.get("ARM-AZE").get("country_a")).hasToString("ARM");
    assertThat((double) latest.get("ARM-AZE").get("level")).isPositive();

    Map<String, GenericRecord> alerts = read(TOPICS.liveAlerts().name());
    assertThat(alerts.values())
        .anySatisfy(
            alert -> {
              assertThat(alert.get("pair")).hasToString("ARM-AZE");
              assertThat(alert.get("kind")).hasToString("FLASH");
              assertThat(alert.get("sentence").toString()).isNotBlank();
              List<?> clusters = (List<?>) alert.get("top_clusters");
              GenericRecord words =
                  (GenericRecord)
                      ((List<?>) ((GenericRecord) clusters.get(0)).get("evidence")).get(0);
              assertThat(((GenericRecord) words.get("sentence")).get("text").toString())
                  .contains("shelled");
            });
  }

  @Test
  void shouldShowAlertsInKafkasConsoleConsumer() throws Exception {
    Path output = folder.resolve("console.log");
    Process console =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.apache.kafka.tools.consumer.ConsoleConsumer",
                "--bootstrap-server",
                stack.bootstrapServers(),
                "--topic",
                TOPICS.liveAlerts().name(),
                "--from-beginning",
                "--isolation-level",
                "read_committed",
                "--max-messages",
                "1",
                "--timeout-ms",
                "60000")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(console.waitFor(2, TimeUnit.MINUTES)).isTrue();
      String printed = Files.readString(output, java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(console.exitValue()).as(printed).isZero();
      assertThat(printed).contains("ARM-AZE").contains("Processed a total of 1 messages");
    } finally {
      console.destroyForcibly();
    }
  }

  private Map<String, GenericRecord> read(String topic) {
    try (Deserializer<?> genuine = genuine()) {
      genuine.configure(Map.of("schema.registry.url", stack.registryUrl()), false);
      Deserializer<GenericRecord> generic =
          (name, bytes) -> (GenericRecord) genuine.deserialize(name, bytes);
      return new TopicReader(stack.bootstrapServers()).lastRecords(topic, generic);
    }
  }

  // The genuine class is on the class path of the test, not of its compilation.
  private static Deserializer<?> genuine() {
    try {
      return (Deserializer<?>)
          Class.forName("io.confluent.kafka.serializers.KafkaAvroDeserializer")
              .getConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Confluent's deserializer is not on the class path", e);
    }
  }
}
