package org.tensiometer.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.tensiometer.wire.registry.CompatibilityLevel;
import org.tensiometer.wire.registry.RegistryException;

class SchemaRegistryTest {

  private static final List<String> SUBJECTS = List.of("s", "t");

  private InMemoryLog log;

  /** One request; the schema is the n-th, each with another name. */
  record Step(String what, String subject, int n) {}

  @Property(tries = 200)
  void shouldSayTheSameAfterCompaction(@ForAll("steps") @Size(max = 40) List<Step> steps) {
    SchemaRegistry registry = registry();
    steps.forEach(step -> run(registry, step));
    SchemaRegistry again = SchemaRegistry.open(onEntry -> log.reopened(onEntry));
    SchemaRegistry compacted = SchemaRegistry.open(onEntry -> log.compacted(onEntry));
    assertThat(contents(again)).isEqualTo(contents(registry));
    assertThat(contents(compacted)).isEqualTo(contents(registry));
  }

  @Property(tries = 200)
  void shouldNeverGiveOneIdToTwoSchemasNorTwoIdsToOne(
      @ForAll("steps") @Size(max = 40) List<Step> steps) {
    SchemaRegistry registry = registry();
    steps.forEach(step -> run(registry, step));
    for (int n = 0; n < 4; n++) {
      for (String subject : SUBJECTS) {
        SchemaVersion version = registry.register(subject, schema(n));
        assertThat(registry.schema(version.id())).isEqualTo(schema(n));
        assertThat(registry.register("u", schema(n)).id()).isEqualTo(version.id());
      }
    }
  }

  @Test
  void shouldTakeUpARecordWhoseAcknowledgementWasLost() {
    SchemaRegistry registry = registry();
    log.loseAnswers(true);
    assertThatThrownBy(() -> registry.register("s", schema(1)))
        .isInstanceOf(TimeoutException.class);
    log.loseAnswers(false);
    SchemaVersion other = registry.register("s", schema(2));
    assertThat(registry.register("s", schema(1)).version()).isEqualTo(1);
    assertThat(other.version()).isEqualTo(2);
    assertThat(other.id()).isNotEqualTo(registry.register("s", schema(1)).id());
  }

  @Test
  void shouldWriteNothingForASchemaThatIsThere() {
    SchemaRegistry registry = registry();
    registry.register("s", schema(1));
    log.loseAnswers(true);
    assertThat(registry.register("s", schema(1)).version()).isEqualTo(1);
  }

  private SchemaRegistry registry() {
    Function<java.util.function.Consumer<RegistryEntry>, SchemaLog> open =
        onEntry -> {
          log = InMemoryLog.empty(onEntry);
          return log;
        };
    SchemaRegistry registry = SchemaRegistry.open(open);
    registry.setLevel(null, CompatibilityLevel.NONE);
    return registry;
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<String> what =
        Arbitraries.of("register", "register", "register", "delete version", "delete", "level");
    return Combinators.combine(what, Arbitraries.of(SUBJECTS), Arbitraries.integers().between(0, 3))
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  private static void run(SchemaRegistry registry, Step step) {
    try {
      switch (step.what()) {
        case "register" -> registry.register(step.subject(), schema(step.n()));
        case "delete version" -> registry.delete(step.subject(), new VersionNumber(step.n() + 1));
        case "delete" -> registry.delete(step.subject());
        default ->
            registry.setLevel(step.subject(), step.n() == 0 ? null : CompatibilityLevel.NONE);
      }
    } catch (RegistryException e) {
      // Not there to be deleted: the log says nothing of it either.
      assertThat(e.status()).isEqualTo(404);
    }
  }

  private static List<Object> contents(SchemaRegistry registry) {
    List<Object> contents = new ArrayList<>(registry.subjects());
    for (String subject : registry.subjects()) {
      contents.addAll(registry.versions(subject));
    }
    SUBJECTS.forEach(s -> contents.add(registry.levelOrGlobal(s)));
    Stream.iterate(1, id -> id + 1)
        .limit(4)
        .forEach(id -> contents.add(schemaOrNone(registry, id)));
    return contents;
  }

  private static String schemaOrNone(SchemaRegistry registry, int id) {
    try {
      return registry.schema(id);
    } catch (RegistryException e) {
      return "none";
    }
  }

  private static String schema(int n) {
    Schema schema = SchemaBuilder.record("R" + n).fields().requiredInt("x").endRecord();
    return schema.toString();
  }
}
