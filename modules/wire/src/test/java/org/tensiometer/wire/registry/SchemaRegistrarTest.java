package org.tensiometer.wire.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.Tick;
import org.tensiometer.wire.registry.ApicurioExtension.ApicurioUrl;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(ApicurioExtension.class)
class SchemaRegistrarTest {

  private final Topics topics = new Topics("r" + System.nanoTime(), "g1");
  private final Map<String, Object> settings;
  private final SchemaRegistryClient registry;

  SchemaRegistrarTest(ApicurioUrl url) {
    settings = Map.of("schema.registry.url", url.value(), "auto.register.schemas", false);
    registry = SchemaRegistryClients.create(settings);
  }

  @Test
  void shouldLetSerializersWriteThatMayNotRegister() {
    Map<String, Integer> ids = new SchemaRegistrar(registry).register(topics.all());
    assertThat(ids).hasSize(topics.all().size());
    Tick tick =
        new Tick(java.time.Instant.EPOCH, ClockSource.DATA, java.time.LocalDate.ofEpochDay(0));
    byte[] bytes =
        new AvroSerdes(settings)
            .value(topics.ticks())
            .serializer()
            .serialize(topics.ticks().name(), tick);
    assertThat(java.nio.ByteBuffer.wrap(bytes, 1, 4).getInt())
        .isEqualTo(ids.get(topics.ticks().valueSubject()));
  }

  @Test
  void shouldDemandOfEverySubjectThatAllItsRecordsStayReadable() {
    new SchemaRegistrar(registry).register(topics.all());
    assertThat(topics.all())
        .allSatisfy(
            topic ->
                assertThat(registry.compatibility(topic.valueSubject()))
                    .contains(CompatibilityLevel.BACKWARD_TRANSITIVE));
  }

  @Test
  void shouldChangeNothingTheSecondTime() {
    SchemaRegistrar registrar = new SchemaRegistrar(registry);
    assertThat(registrar.register(topics.all())).isEqualTo(registrar.register(topics.all()));
    assertThat(registry.versions(topics.articles().valueSubject())).containsExactly(1);
  }

  @Test
  void shouldRefuseASchemaThatCannotReadWhatStandsInTheTopic() {
    Schema other = SchemaBuilder.record("Other").fields().requiredString("x").endRecord();
    String subject = topics.ticks().valueSubject();
    registry.register(subject, other);
    assertThatExceptionOfType(IncompatibleSchemaException.class)
        .isThrownBy(() -> new SchemaRegistrar(registry).register(List.of(topics.ticks())))
        .withMessageContaining(subject);
  }
}
