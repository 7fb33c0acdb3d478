package org.tensiometer.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/**
 * The published contract says what the descriptors and the schemas say. {@code
 * -Dtensiometer.write.contract=true} writes it anew.
 */
class ContractTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Path DOCUMENT = ROOT.resolve("deploy/asyncapi.yaml");
  private static final boolean WRITE = Boolean.getBoolean("tensiometer.write.contract");
  private static final List<TopicDescriptor<?>> TOPICS = Topics.withDefaults().all();

  private final TopicPages pages = new TopicPages(ROOT.resolve("docs/topics"));

  @Test
  void shouldKeepThePageOfEveryTopicCurrent() throws IOException {
    for (TopicDescriptor<?> topic : TOPICS) {
      isCurrent(pages.file(topic), pages.withFacts(topic));
    }
  }

  @Test
  void shouldKeepTheAsyncApiDocumentCurrent() throws IOException {
    Map<String, String> purposes = new LinkedHashMap<>();
    for (TopicDescriptor<?> topic : TOPICS) {
      purposes.put(topic.name(), pages.purpose(topic));
    }
    isCurrent(DOCUMENT, AsyncApi.of(TOPICS, purposes));
  }

  @Test
  void shouldHaveNoPageOfATopicThatIsNotThere() throws IOException {
    Set<String> known = new HashSet<>(Set.of("README"));
    TOPICS.forEach(topic -> known.add(TopicPages.localName(topic)));
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/topics"))) {
      Set<String> found =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md"))
              .map(name -> name.substring(0, name.length() - 3))
              .collect(Collectors.toSet());
      assertThat(found).isEqualTo(known);
    }
  }

  @Test
  void shouldShowExamplesThatHaveTheFieldsOfTheirSchemas() throws IOException {
    for (TopicDescriptor<?> topic : TOPICS) {
      JsonNode example = new ObjectMapper().readTree(pages.example(topic).toFile());
      hasFields(topic.name(), example, SpecificData.get().getSchema(topic.valueType()));
    }
  }

  private static void isCurrent(Path file, String now) throws IOException {
    if (WRITE) {
      Files.writeString(file, now);
    }
    assertThat(file)
        .as("%s; -Dtest=ContractTest -Dtensiometer.write.contract=true writes it anew", file)
        .hasContent(now);
  }

  private static void hasFields(String place, JsonNode value, Schema schema) {
    switch (schema.getType()) {
      case UNION -> {
        if (!value.isNull()) {
          schema.getTypes().stream()
              .filter(type -> type.getType() != Schema.Type.NULL)
              .forEach(type -> hasFields(place, value, type));
        }
      }
      case ARRAY -> value.forEach(item -> hasFields(place + "[]", item, schema.getElementType()));
      case RECORD -> {
        Set<String> names = new TreeSet<>();
        value.fieldNames().forEachRemaining(names::add);
        assertThat(names)
            .as(place)
            .isEqualTo(
                schema.getFields().stream()
                    .map(Schema.Field::name)
                    .collect(Collectors.toCollection(TreeSet::new)));
        schema
            .getFields()
            .forEach(f -> hasFields(place + '.' + f.name(), value.get(f.name()), f.schema()));
      }
      case ENUM -> assertThat(schema.getEnumSymbols()).as(place).contains(value.asText());
      default -> assertThat(value.isNull()).as(place).isFalse();
    }
  }
}
