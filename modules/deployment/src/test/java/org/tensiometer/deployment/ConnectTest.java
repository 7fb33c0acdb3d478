package org.tensiometer.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tensiometer.deployment.DeployFolder.TOPICS;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensiometer.wire.topics.KeyType;
import org.tensiometer.wire.topics.TopicDescriptor;

/** The configurations of Kafka Connect, and what their transformations make of our records. */
class ConnectTest {

  private static final Map<String, TopicDescriptor<?>> BY_NAME =
      TOPICS.all().stream().collect(Collectors.toMap(TopicDescriptor::name, Function.identity()));

  static Iterable<Path> files() throws Exception {
    return DeployFolder.files("connect", ".json");
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldReadCommittedRecordsOfATopicThatIsThere(Path file) throws Exception {
    Map<String, String> config = config(file);
    TopicDescriptor<?> topic = BY_NAME.get(config.get("topics"));
    assertThat(topic).as(config.get("topics")).isNotNull();
    assertThat(topic.keyType()).isEqualTo(KeyType.TEXT);
    assertThat(config)
        .containsEntry("consumer.override.isolation.level", "read_committed")
        .containsEntry("key.converter", "org.apache.kafka.connect.storage.StringConverter")
        .containsEntry("value.converter", "io.confluent.connect.avro.AvroConverter")
        .containsKey("value.converter.schema.registry.url");
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldTakeAwayWhatATombstoneRemoves(Path file) throws Exception {
    Map<String, String> config = config(file);
    SinkRecord tombstone = new SinkRecord(config.get("topics"), 0, null, "key", null, null, 0);
    assertThat(transformed(config, tombstone).value()).isNull();
    if (isDatabase(config)) {
      assertThat(config)
          .containsEntry("delete.enabled", "true")
          .containsEntry("primary.key.mode", "record_key");
    } else {
      assertThat(config)
          .containsEntry("behavior.on.null.values", "delete")
          .containsEntry("key.ignore", "false");
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldGiveADatabaseOneColumnForEachField(Path file) throws Exception {
    Map<String, String> config = config(file);
    Schema schema = schema(config);
    SinkRecord record = transformed(config, sample(config, schema));
    if (isDatabase(config)) {
      String key = config.get("primary.key.fields");
      assertThat(BY_NAME.get(config.get("topics")).key().replace(' ', '_')).isEqualTo(key);
      assertThat(schema.getField(key)).as("the value names its key").isNotNull();
      assertThat(record.valueSchema().field(key)).as("not a second time").isNull();
      assertThat(record.valueSchema().fields())
          .hasSizeGreaterThan(10)
          .allMatch(field -> field.schema().type().isPrimitive());
    } else {
      assertThat(record.valueSchema().field("top_clusters")).isNotNull();
      assertThat(((Struct) record.value()).get("day")).isEqualTo("1970-01-01");
    }
  }

  /** Names of fields that no schema has would be passed over without a word. */
  @ParameterizedTest
  @MethodSource("files")
  void shouldNameFieldsThatTheSchemaHas(Path file) throws Exception {
    Map<String, String> config = config(file);
    Schema schema = schema(config);
    config.forEach(
        (name, value) -> {
          if (name.startsWith("transforms.")
              && (name.endsWith(".exclude") || name.endsWith(".field"))) {
            for (String field : value.split(",")) {
              assertThat(schema.getField(field)).as(field).isNotNull();
            }
          }
        });
  }

  private static Map<String, String> config(Path file) throws Exception {
    JsonNode connector = new ObjectMapper().readTree(file.toFile());
    assertThat(file.getFileName()).hasToString(connector.get("name").asText() + ".json");
    return new ObjectMapper()
        .convertValue(connector.get("config"), new TypeReference<TreeMap<String, String>>() {});
  }

  private static boolean isDatabase(Map<String, String> config) {
    return config.get("connector.class").contains("jdbc");
  }

  private static Schema schema(Map<String, String> config) {
    return SpecificData.get().getSchema(BY_NAME.get(config.get("topics")).valueType());
  }

  private static SinkRecord sample(Map<String, String> config, Schema schema) {
    org.apache.kafka.connect.data.Schema values = ConnectSchemas.of(schema);
    Struct value = new Struct(values);
    for (Field field : values.fields()) {
      if (!field.schema().isOptional()) {
        value.put(field, ConnectSchemas.sample(field.schema()));
      }
    }
    return new SinkRecord(config.get("topics"), 0, null, "key", values, value, 0);
  }

  private static SinkRecord transformed(Map<String, String> config, SinkRecord record)
      throws Exception {
    SinkRecord current = record;
    for (String name : config.get("transforms").split(",")) {
      String prefix = "transforms." + name + '.';
      Map<String, String> own = new TreeMap<>();
      config.forEach(
          (key, value) -> {
            if (key.startsWith(prefix)) {
              own.put(key.substring(prefix.length()), value);
            }
          });
      @SuppressWarnings("unchecked")
      Transformation<SinkRecord> step =
          (Transformation<SinkRecord>)
              Class.forName(own.remove("type")).getDeclaredConstructor().newInstance();
      try (step) {
        step.configure(own);
        current = step.apply(current);
      }
    }
    return current;
  }
}
