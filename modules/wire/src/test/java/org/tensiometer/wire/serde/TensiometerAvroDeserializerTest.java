package org.tensiometer.wire.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.wire.registry.CompatibilityLevel;
import org.tensiometer.wire.registry.InMemorySchemaRegistry;
import org.tensiometer.wire.registry.SchemaRegistryClients;

class TensiometerAvroDeserializerTest {

  private static final String ADDRESS = "mock://deserializer" + System.nanoTime();
  private static final InMemorySchemaRegistry REGISTRY =
      SchemaRegistryClients.mock(ADDRESS.substring("mock://".length()));
  private static final AvroSerdes SERDES = new AvroSerdes(Map.of("schema.registry.url", ADDRESS));
  private static final List<SpecificRecord> SAMPLES = Samples.ofAllRecords();

  @Property(tries = 2000)
  void shouldReadOrRefuseAsPoisonWhateverTheBytes(
      @ForAll @IntRange(max = 44) int sample,
      @ForAll @IntRange(max = 1 << 20) int where,
      @ForAll byte what,
      @ForAll @IntRange(max = 1 << 20) int cut) {
    SpecificRecord record = SAMPLES.get(sample);
    byte[] bytes = serialize(record);
    bytes[5 + where % (bytes.length - 5)] = what;
    byte[] damaged = Arrays.copyOf(bytes, bytes.length - cut % 3);
    Deserializer<? extends SpecificRecord> reader = SERDES.valueDeserializer(record.getClass());
    try {
      assertThat(reader.deserialize("t", damaged)).isInstanceOf(record.getClass());
    } catch (PoisonRecordException e) {
      assertThat(e).hasMessageContaining("topic t");
    }
  }

  @Test
  void shouldRefuseBytesLeftOverAfterTheRecord() {
    byte[] bytes = serialize(SAMPLES.get(0));
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(
            () -> SERDES.valueDeserializer(SAMPLES.get(0).getClass()).deserialize("t", longer))
        .isInstanceOf(PoisonRecordException.class)
        .hasMessageContaining("after its end");
  }

  @Test
  void shouldNotAllocateWhatALyingRecordClaims() throws IOException {
    Schema strings = SchemaBuilder.array().items().stringType();
    Schema nulls = SchemaBuilder.array().items().nullType();
    for (Schema schema : List.of(strings, nulls, SchemaBuilder.builder().stringType())) {
      int id = REGISTRY.register(schema.toString(), schema);
      byte[] lie = claim(id, Integer.MAX_VALUE - 8L);
      TensiometerAvroDeserializer deserializer = new TensiometerAvroDeserializer(REGISTRY);
      deserializer.configure(Map.of("schema.registry.url", ADDRESS), false);
      assertThatThrownBy(() -> deserializer.deserialize("t", lie))
          .as(schema.toString())
          .isInstanceOf(PoisonRecordException.class);
    }
  }

  @Test
  void shouldNotAllocateWhatARecordOfOursClaimsOfItsTextsAndLists() throws IOException {
    int id = REGISTRY.register("claims", ClaimEvent.getClassSchema());
    for (long lie : new long[] {1L << 31, Integer.MAX_VALUE - 8L, 1L << 62, -1, Long.MIN_VALUE}) {
      // The first field of a claim event is a text: its length.
      assertThatThrownBy(
              () -> SERDES.valueDeserializer(ClaimEvent.class).deserialize("t", claim(id, lie)))
          .as("length %d", lie)
          .isInstanceOf(PoisonRecordException.class);
    }
  }

  @Test
  void shouldCallRecordsInRecordsWithoutEndPoison() throws IOException {
    Schema nested =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"Doll\",\"fields\":[{\"name\":\"inner\","
                    + "\"type\":[\"null\",\"Doll\"]}]}");
    int id = REGISTRY.register("dolls", nested);
    ByteBuffer dolls = ByteBuffer.allocate(1_000_000).put((byte) 0).putInt(id);
    while (dolls.remaining() > 1) {
      dolls.put((byte) 2);
    }
    TensiometerAvroDeserializer deserializer = new TensiometerAvroDeserializer(REGISTRY);
    deserializer.configure(Map.of("schema.registry.url", ADDRESS), false);
    assertThatThrownBy(() -> deserializer.deserialize("t", dolls.array()))
        .isInstanceOf(PoisonRecordException.class)
        .hasMessageContaining("too deeply");
  }

  @Test
  void shouldNotLoadAClassThatIsNotOurs() {
    Schema foreign =
        SchemaBuilder.record("ProcessBuilder").namespace("java.lang").fields().endRecord();
    int id = REGISTRY.register("foreign", foreign);
    byte[] bytes = ByteBuffer.allocate(5).put((byte) 0).putInt(id).array();
    assertThatThrownBy(() -> SERDES.valueDeserializer(ClaimEvent.class).deserialize("t", bytes))
        .isInstanceOf(PoisonRecordException.class)
        .hasMessageContaining("java.lang.ProcessBuilder");
  }

  @Test
  void shouldReadAnOldVersionIntoTheClassOfToday() {
    // The class has the optional field previous; an older writer had not.
    Schema older =
        SchemaBuilder.record("GenerationPointer")
            .namespace("org.tensiometer.contracts")
            .fields()
            .requiredString("generation")
            .name("promoted_at")
            .type()
            .longType()
            .noDefault()
            .endRecord();
    REGISTRY.setCompatibility("old-value", CompatibilityLevel.BACKWARD_TRANSITIVE);
    int id = REGISTRY.register("old-value", older);
    byte[] bytes =
        ByteBuffer.allocate(5 + 4)
            .put((byte) 0)
            .putInt(id)
            .put((byte) 4)
            .put((byte) 'g')
            .put((byte) '7')
            .put((byte) 2)
            .array();
    GenerationPointer read =
        SERDES.valueDeserializer(GenerationPointer.class).deserialize("old", bytes);
    assertThat(read.getGeneration()).isEqualTo("g7");
    assertThat(read.getPrevious()).isNull();
    assertThat(read.getPromotedAt().toEpochMilli()).isEqualTo(1);
  }

  @Test
  void shouldGiveRecordsThatCanBeComparedWithEachOther() {
    for (SpecificRecord sample : SAMPLES) {
      Deserializer<? extends SpecificRecord> reader = SERDES.valueDeserializer(sample.getClass());
      byte[] bytes = serialize(sample);
      assertThat(reader.deserialize("t", bytes)).isEqualTo(reader.deserialize("t", bytes));
    }
  }

  @Test
  void shouldRefuseUseBeforeConfiguration() {
    assertThatThrownBy(() -> new TensiometerAvroDeserializer().deserialize("t", new byte[6]))
        .hasMessageContaining("not configured");
  }

  private static byte[] serialize(SpecificRecord record) {
    return SERDES
        .valueSerializer(SpecificRecord.class)
        .serialize(record.getSchema().getName(), record);
  }

  private static byte[] claim(int id, long count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    encoder.writeLong(count);
    return bytes.toByteArray();
  }
}
