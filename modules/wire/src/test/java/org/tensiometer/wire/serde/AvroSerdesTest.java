package org.tensiometer.wire.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.contracts.Tick;
import org.tensiometer.wire.registry.SchemaRegistryClients;

class AvroSerdesTest {

  private static final Tick TICK =
      new Tick(
          Instant.parse("2024-06-21T12:00:00Z"), ClockSource.DATA, LocalDate.parse("2024-01-01"));

  private final String registry = "mock://" + getClass().getSimpleName() + System.nanoTime();
  private final AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", registry));

  @Test
  void shouldGiveBackTheGeneratedRecordItWrote() {
    Serde<Tick> serde = serdes.value(Tick.class);
    byte[] bytes = serde.serializer().serialize("t", TICK);
    assertThat(bytes).startsWith(0, 0, 0, 0, 1);
    assertThat(serde.deserializer().deserialize("t", bytes)).isEqualTo(TICK);
    assertThat(serde.serializer().serialize("t", null)).isNull();
    assertThat(serde.deserializer().deserialize("t", null)).isNull();
  }

  @Test
  void shouldRegisterWithoutTheJavaPropertiesOfTheGenerator() {
    serdes
        .value(GenerationPointer.class)
        .serializer()
        .serialize(
            "generations",
            new GenerationPointer("g2", "g1", Instant.parse("2024-06-21T12:00:00Z")));
    String name = registry.substring("mock://".length());
    assertThat(GenerationPointer.getClassSchema().toString()).contains("avro.java.string");
    assertThat(SchemaRegistryClients.mock(name).latest("generations-value").schema().toString())
        .doesNotContain("avro.java");
  }

  @Test
  void shouldCallARecordOfAnotherTypePoison() {
    byte[] bytes = serdes.value(Tick.class).serializer().serialize("t", TICK);
    assertThatThrownBy(
            () -> serdes.value(GenerationPointer.class).deserializer().deserialize("t", bytes))
        .isInstanceOf(PoisonRecordException.class)
        .hasMessageContaining("topic t")
        .hasMessageContaining("Tick")
        .hasMessageContaining("expected is")
        .hasMessageContaining("GenerationPointer");
  }

  @Test
  void shouldNameTheSettingOfAClassThatIsNotThere() {
    AvroSerdes missing =
        new AvroSerdes(
            Map.of("schema.registry.url", registry, AvroSerdes.SERIALIZER_CLASS, "org.example.No"));
    assertThatThrownBy(() -> missing.value(Tick.class))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(AvroSerdes.SERIALIZER_CLASS)
        .hasMessageContaining("org.example.No");
  }
}
