package org.tensiometer.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas are public surface: what was written once can be read for ever. */
class SchemaHistoryTest {

  private static final Path SCHEMAS = Path.of(System.getProperty("project.root"), "schemas");

  static List<SchemaHistory> histories() {
    return SchemaHistory.allIn(SCHEMAS);
  }

  @Test
  void shouldFindTheSchemas() {
    assertThat(histories()).extracting(SchemaHistory::subject).contains("articles-value");
  }

  @ParameterizedTest
  @MethodSource("histories")
  void shouldReadWithEachVersionWhatAllEarlierOnesWrote(SchemaHistory history)
      throws SchemaValidationException {
    history.validate();
  }

  @ParameterizedTest
  @MethodSource("histories")
  void shouldGenerateTheClassFromTheNewestVersion(SchemaHistory history)
      throws ClassNotFoundException {
    Class<?> generated = Class.forName(history.newest().getFullName());
    Schema ofClass = SpecificData.get().getSchema(generated);
    assertThat(plain(ofClass)).isEqualTo(history.newest());
  }

  @ParameterizedTest
  @MethodSource("histories")
  void shouldSayOfEverythingWhatItIs(SchemaHistory history) {
    List<String> undocumented = new ArrayList<>();
    for (Schema schema : history.oldestFirst()) {
      new SchemaWalk(schema)
          .named()
          .forEach(
              named -> {
                if (isBlank(named.getDoc())) {
                  undocumented.add(named.getFullName());
                }
                if (named.getType() == Schema.Type.RECORD) {
                  for (Schema.Field field : named.getFields()) {
                    if (isBlank(field.doc())) {
                      undocumented.add(named.getFullName() + '.' + field.name());
                    }
                  }
                }
              });
    }
    assertThat(undocumented).as("without doc").isEmpty();
  }

  @Test
  void shouldMeanTheSameByTheSameNameInEveryFile() {
    Map<String, String> textByName = new HashMap<>();
    Map<String, String> fileByName = new HashMap<>();
    for (SchemaHistory history : histories()) {
      new SchemaWalk(history.newest())
          .named()
          .forEach(
              named -> {
                String text = new SchemaWalk(named).selfContained();
                String before = textByName.putIfAbsent(named.getFullName(), text);
                if (before != null) {
                  assertThat(text)
                      .as(
                          "%s in %s and in %s",
                          named.getFullName(),
                          history.subject(),
                          fileByName.get(named.getFullName()))
                      .isEqualTo(before);
                }
                fileByName.putIfAbsent(named.getFullName(), history.subject());
              });
    }
  }

  @Test
  void shouldItselfFailOnAChangeThatCannotReadTheFirstVersion() {
    Schema first = parse("{\"name\":\"a\",\"type\":\"string\"}");
    Schema second =
        parse(
            "{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\",\"default\":1}");
    Schema third = parse("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\"}");
    SchemaHistory good = new SchemaHistory("good", List.of(first, second));
    SchemaHistory bad = new SchemaHistory("bad", List.of(first, second, third));
    assertThat(good.oldestFirst()).hasSize(2);
    // The third reads the second and not the first: only a check of all versions finds it.
    assertThatThrownBy(bad::validate).isInstanceOf(SchemaValidationException.class);
  }

  @Test
  void shouldItselfFailOnAVersionLeftOut(@TempDir Path schemas) throws IOException {
    Path subject = Files.createDirectory(schemas.resolve("s-value"));
    String text = parse("{\"name\":\"a\",\"type\":\"string\"}").toString();
    Files.writeString(subject.resolve("1.avsc"), text);
    assertThat(SchemaHistory.allIn(schemas)).hasSize(1);
    Files.writeString(subject.resolve("3.avsc"), text);
    assertThatThrownBy(() -> SchemaHistory.allIn(schemas))
        .hasMessageContaining("s-value")
        .hasMessageContaining("2.avsc");
  }

  private static Schema parse(String fields) {
    return new Schema.Parser()
        .parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  /** Without the property that the generator adds to every string. */
  private static Schema plain(Schema schema) {
    String text =
        schema
            .toString()
            .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
            .replace(",\"avro.java.string\":\"String\"", "");
    return new Schema.Parser().parse(text);
  }
}
