package org.tensiometer.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.acceptance.SampleRun;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/**
 * The examples on the pages of topics are records of the sample articles. What they say may be that
 * of an earlier lexicon; of whom they say it, is not. {@code -Dtensiometer.write.contract=true}
 * writes them anew, before {@code ContractTest} puts them into the pages.
 */
@ExtendWith(SampleRun.class)
class ExampleRecordsIT {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("project.root"), "docs", "topics", "examples");
  private static final boolean WRITE = Boolean.getBoolean("tensiometer.write.contract");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What tells of whom or what a record speaks, where a schema has it. */
  private static final List<String> SUBJECT =
      List.of("article_id", "claim_id", "claim_index", "pair");

  @TestFactory
  Stream<DynamicTest> shouldShowRecordsOfTheSamples() {
    Topics topics = Topics.withDefaults();
    return Stream.of(
            topics.articles(),
            topics.claims(),
            topics.codedClaims(),
            topics.indicators(),
            topics.alerts(),
            topics.liveAlerts(),
            topics.indicatorsLatest(),
            topics.indicatorsSeries(),
            topics.ticks(),
            topics.generations())
        .map(topic -> DynamicTest.dynamicTest(topic.name(), () -> check(topic)));
  }

  private static void check(TopicDescriptor<?> topic) throws IOException {
    String name = topic.name().substring(topic.name().lastIndexOf('.') + 1);
    Path file = EXAMPLES.resolve(name + ".json");
    JsonNode example = JSON.readTree(file.toFile());
    JsonNode same = null;
    for (JsonNode record : records(topic)) {
      if (SUBJECT.stream().allMatch(field -> isEqual(record.get(field), example.get(field)))) {
        same = record;
      }
    }
    assertThat(same).as("a record of %s as in %s", topic.name(), file).isNotNull();
    if (WRITE) {
      cut(same);
      Files.writeString(
          file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(same) + '\n');
    }
  }

  private static boolean isEqual(JsonNode one, JsonNode other) {
    return one == null ? other == null : one.equals(other);
  }

  /** Lists to their first entry. */
  private static void cut(JsonNode node) {
    if (node instanceof ArrayNode list) {
      while (list.size() > 1) {
        list.remove(list.size() - 1);
      }
    }
    node.forEach(ExampleRecordsIT::cut);
  }

  private static List<JsonNode> records(TopicDescriptor<?> topic) {
    List<JsonNode> records = new ArrayList<>();
    try (Consumer<String, byte[]> consumer =
            TopicContents.consumer(SampleRun.config(), "examples");
        Deserializer<? extends SpecificRecord> values =
            new AvroSerdes(SampleRun.config()).valueDeserializer(topic.valueType())) {
      TopicContents.<String>read(
          consumer,
          topic.name(),
          record -> {
            if (record.value() != null) {
              records.add(tree(values.deserialize(record.topic(), record.value())));
            }
          });
    }
    return records;
  }

  private static JsonNode tree(SpecificRecord record) {
    try {
      return JSON.readTree(record.toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
