package org.tensiometer.wire.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.contracts.Tick;
import org.tensiometer.wire.registry.CompatibilityLevel;
import org.tensiometer.wire.registry.IncompatibleSchemaException;
import org.tensiometer.wire.registry.SchemaRegistryClient;
import org.tensiometer.wire.registry.SchemaRegistryClients;

/** Our serdes and Confluent's genuine ones are the same to everybody else. */
abstract class ConfluentPeerContract {

  static final String PEER_SERIALIZER = "io.confluent.kafka.serializers.KafkaAvroSerializer";
  static final String PEER_DESERIALIZER = "io.confluent.kafka.serializers.KafkaAvroDeserializer";

  private static final Schema FIRST =
      SchemaBuilder.record("P").namespace("peer").fields().requiredString("a").endRecord();
  private static final Schema SECOND =
      SchemaBuilder.record("P")
          .namespace("peer")
          .fields()
          .requiredString("a")
          .name("b")
          .type()
          .intType()
          .intDefault(7)
          .endRecord();
  private static final Schema INCOMPATIBLE =
      SchemaBuilder.record("P")
          .namespace("peer")
          .fields()
          .requiredString("a")
          .requiredInt("b")
          .endRecord();

  private final String topic = "peer" + System.nanoTime();
  private SchemaRegistryClient registry;

  protected abstract String registryUrl();

  @BeforeEach
  void demandThatOldRecordsStayReadable() {
    registry = SchemaRegistryClients.create(settings());
    registry.setCompatibility(CompatibilityLevel.BACKWARD_TRANSITIVE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldWriteTheSameBytesForEveryRecordOfOurs(boolean plain) {
    Map<String, Object> settings = settings("avro.remove.java.properties", plain);
    Serializer<Object> ours = ours(settings);
    Serializer<Object> theirs = theirs(settings);
    int count = 0;
    for (SpecificRecord sample : Samples.ofAllRecords()) {
      // Who registers first takes turns.
      Serializer<Object> first = count % 2 == 0 ? ours : theirs;
      Serializer<Object> second = count % 2 == 0 ? theirs : ours;
      String subjectOfItsOwn = topic + plain + sample.getSchema().getName() + count++;
      assertThat(first.serialize(subjectOfItsOwn, sample))
          .isEqualTo(second.serialize(subjectOfItsOwn, sample));
      assertThat(registry.versions(subjectOfItsOwn + "-value")).containsExactly(1);
    }
    assertThat(count).isGreaterThanOrEqualTo(45);
  }

  @Test
  void shouldReadEachOthersRecords() {
    Map<String, Object> settings =
        settings("specific.avro.reader", true, "avro.remove.java.properties", true);
    Serializer<Object> ourSerializer = ours(settings);
    Serializer<Object> theirSerializer = theirs(settings);
    Deserializer<Object> ourDeserializer = ourReader(settings);
    Deserializer<Object> theirDeserializer = theirReader(settings);
    for (SpecificRecord sample : Samples.ofAllRecords()) {
      String name = topic + sample.getSchema().getName();
      assertThat(ourDeserializer.deserialize(name, theirSerializer.serialize(name, sample)))
          .isEqualTo(sample);
      // Not the other way round: see PlainLists.
      assertThat(sample)
          .isEqualTo(theirDeserializer.deserialize(name, ourSerializer.serialize(name, sample)));
    }
  }

  @Test
  void shouldWriteAndReadPrimitivesAndGenericRecordsAlike() {
    Map<String, Object> settings = settings();
    Object generic = new GenericRecordBuilder(FIRST).set("a", "x").build();
    byte[] raw = {1, 2, 3};
    int number = 0;
    for (Object value : List.of("text", 7, 7L, 1.5f, 2.5, true, generic, raw)) {
      String name = topic + number++;
      byte[] ours = ours(settings).serialize(name, value);
      assertThat(theirs(settings).serialize(name, value)).isEqualTo(ours);
      assertThat(ourReader(settings).deserialize(name, ours))
          .isEqualTo(theirReader(settings).deserialize(name, ours));
    }
    assertThat(ours(settings).serialize(topic, null)).isNull();
    assertThat(theirs(settings).serialize(topic, null)).isNull();
  }

  @Test
  void shouldBothBeRefusedASchemaThatCannotReadTheTopic() {
    ours(settings()).serialize(topic, new GenericRecordBuilder(FIRST).set("a", "x").build());
    Object incompatible = new GenericRecordBuilder(INCOMPATIBLE).set("a", "x").set("b", 1).build();
    assertThatThrownBy(() -> ours(settings()).serialize(topic, incompatible))
        .isInstanceOf(IncompatibleSchemaException.class)
        .hasMessageContaining(topic + "-value");
    assertThatThrownBy(() -> theirs(settings()).serialize(topic, incompatible))
        .isNotNull()
        .satisfies(e -> assertThat(e.toString() + e.getCause()).contains("409"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TopicNameStrategy", "RecordNameStrategy", "TopicRecordNameStrategy"})
  void shouldNameSubjectsAlike(String strategy) {
    Map<String, Object> settings =
        settings(
            "value.subject.name.strategy", "io.confluent.kafka.serializers.subject." + strategy);
    Schema schema =
        SchemaBuilder.record("S" + strategy + System.nanoTime())
            .namespace("peer")
            .fields()
            .requiredString("a")
            .endRecord();
    Object value = new GenericRecordBuilder(schema).set("a", "x").build();
    theirs(settings).serialize(topic, value);
    List<String> subjects = registry.subjects();
    ours(settings).serialize(topic, value);
    ours(settings("value.subject.name.strategy", strategy)).serialize(topic, value);
    assertThat(registry.subjects()).isEqualTo(subjects);
  }

  @Test
  void shouldBothWriteWithTheNewestVersionWhenAsked() {
    Object value = new GenericRecordBuilder(FIRST).set("a", "x").build();
    int first = registry.register(topic + "-value", FIRST);
    Map<String, Object> settings =
        settings("auto.register.schemas", false, "use.latest.version", true);
    byte[] ours = ours(settings).serialize(topic, value);
    assertThat(ours).isEqualTo(theirs(settings).serialize(topic, value));
    assertThat(idOf(ours)).isEqualTo(first);

    int second = registry.register(topic + "-value", SECOND);
    GenericData.Record brought =
        (GenericData.Record)
            ourReader(settings()).deserialize(topic, ours(settings).serialize(topic, value));
    assertThat(idOf(ours(settings).serialize(topic, value))).isEqualTo(second);
    assertThat(brought.get("b")).isEqualTo(7);
  }

  @Test
  void shouldBothRefuseWhatNobodyRegisteredWhenTheyMayNot() {
    Object value = new GenericRecordBuilder(FIRST).set("a", "x").build();
    Map<String, Object> settings = settings("auto.register.schemas", false);
    assertThatThrownBy(() -> ours(settings).serialize(topic, value))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining(topic + "-value");
    assertThatThrownBy(() -> theirs(settings).serialize(topic, value))
        .isInstanceOf(SerializationException.class);
    int id = registry.register(topic + "-value", FIRST);
    byte[] ours = ours(settings).serialize(topic, value);
    assertThat(ours).isEqualTo(theirs(settings).serialize(topic, value));
    assertThat(idOf(ours)).isEqualTo(id);
  }

  @Test
  void shouldStandInForOursInATypedSerde() {
    Map<String, Object> settings =
        settings(
            AvroSerdes.SERIALIZER_CLASS,
            PEER_SERIALIZER,
            AvroSerdes.DESERIALIZER_CLASS,
            PEER_DESERIALIZER);
    Serde<Tick> theirs = new AvroSerdes(settings).value(Tick.class);
    Serde<Tick> ours = new AvroSerdes(settings()).value(Tick.class);
    Tick tick =
        Samples.ofAllRecords().stream()
            .filter(Tick.class::isInstance)
            .map(Tick.class::cast)
            .findFirst()
            .orElseThrow();
    byte[] bytes = theirs.serializer().serialize(topic, tick);
    assertThat(ours.serializer().serialize(topic, tick)).isEqualTo(bytes);
    assertThat(theirs.deserializer().deserialize(topic, bytes)).isEqualTo(tick);
    assertThat(ours.deserializer().deserialize(topic, bytes)).isEqualTo(tick);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldBothCallPoisonWhatCanNeverBeRead(boolean peer) {
    Map<String, Object> settings = settings();
    if (peer) {
      settings.put(AvroSerdes.DESERIALIZER_CLASS, PEER_DESERIALIZER);
    }
    Deserializer<Tick> ticks = new AvroSerdes(settings).value(Tick.class).deserializer();
    Serializer<Object> writer = ours(settings());
    byte[] pointer =
        writer.serialize(topic, new GenerationPointer("g", null, java.time.Instant.EPOCH));
    byte[] tick =
        writer.serialize(
            topic + "-ticks",
            Samples.ofAllRecords().stream().filter(Tick.class::isInstance).findFirst().get());
    byte[] truncated = Arrays.copyOf(tick, tick.length - 1);
    byte[] noNumber = Arrays.copyOf(tick, 25);
    Arrays.fill(noNumber, 5, noNumber.length, (byte) 0xff);
    byte[] unknownId = ByteBuffer.allocate(6).put((byte) 0).putInt(Integer.MAX_VALUE).array();
    byte[] noAvro = {1, 2, 3, 4, 5, 6};
    byte[] tooShort = {0, 0, 0};
    byte[] unknownClass =
        writer.serialize(topic + "-other", new GenericRecordBuilder(FIRST).set("a", "x").build());
    for (byte[] poison :
        List.of(
            pointer, truncated, noNumber, unknownId, noAvro, tooShort, new byte[0], unknownClass)) {
      assertThatThrownBy(() -> ticks.deserialize(topic, poison))
          .as("%s", Arrays.toString(poison))
          .isInstanceOf(PoisonRecordException.class)
          .hasMessageContaining(topic);
    }
  }

  Map<String, Object> settings(Object... namesAndValues) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("schema.registry.url", registryUrl());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return settings;
  }

  private static int idOf(byte[] bytes) {
    return ByteBuffer.wrap(bytes, 1, 4).getInt();
  }

  static Serializer<Object> ours(Map<String, Object> settings) {
    return configured(new TensiometerAvroSerializer(), settings);
  }

  static Deserializer<Object> ourReader(Map<String, Object> settings) {
    Deserializer<Object> deserializer = new TensiometerAvroDeserializer();
    deserializer.configure(settings, false);
    return deserializer;
  }

  static Serializer<Object> theirs(Map<String, Object> settings) {
    return configured(instance(PEER_SERIALIZER), settings);
  }

  static Deserializer<Object> theirReader(Map<String, Object> settings) {
    Deserializer<Object> deserializer = instance(PEER_DESERIALIZER);
    deserializer.configure(settings, false);
    return deserializer;
  }

  private static Serializer<Object> configured(
      Serializer<Object> serializer, Map<String, Object> settings) {
    serializer.configure(settings, false);
    return serializer;
  }

  @SuppressWarnings("unchecked")
  private static <T> T instance(String className) {
    try {
      return (T) Utils.newInstance(className, Object.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          className + " is not on the test class path; run mvn generate-test-resources", e);
    }
  }
}
