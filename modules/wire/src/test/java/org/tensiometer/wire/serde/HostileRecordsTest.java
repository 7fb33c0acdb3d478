package org.tensiometer.wire.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.wire.registry.InMemorySchemaRegistry;
import org.tensiometer.wire.registry.SchemaRegistryClients;

/**
 * Records made to cost much more than their bytes are worth, by someone who may write to a topic
 * and register schemas. Each is poison within a bounded time and a bounded memory.
 */
class HostileRecordsTest {

  private static final String ADDRESS = "mock://hostile" + System.nanoTime();
  private static final InMemorySchemaRegistry REGISTRY =
      SchemaRegistryClients.mock(ADDRESS.substring("mock://".length()));

  /** Far more than any of them takes, and far less than one without a bound would. */
  private static final Duration TIME = Duration.ofMinutes(1);

  private static final long MEBIBYTE = 1024 * 1024;
  private static final long MOST = Integer.MAX_VALUE - 8L;

  private static final Schema TEXT = Schema.create(Schema.Type.STRING);
  private static final Schema NOTHING = Schema.create(Schema.Type.NULL);

  static Stream<Arguments> shouldCallPoisonWhatCostsMoreThanItsBytes() throws IOException {
    Schema nothing = SchemaBuilder.record("Nothing").fields().endRecord();
    Schema nothings =
        SchemaBuilder.record("Nothings")
            .fields()
            .name("first")
            .type(nothing)
            .noDefault()
            .name("second")
            .type(SchemaBuilder.fixed("NoBytes").size(0))
            .noDefault()
            .endRecord();
    long[] blocks = new long[10_000];
    Arrays.fill(blocks, 10_000_000L);
    long[] lists = new long[200_001];
    for (int i = 0; i < lists.length; i++) {
      lists[i] = i == 0 ? 100_000 : i % 2 == 1 ? 10_000_000L : 0;
    }
    return Stream.of(
        // The field of a known class that the reader does not know, and passes over.
        Arguments.of("nulls to pass over", pointer(Schema.createArray(NOTHING)), longs(blocks)),
        Arguments.of("empty records", pointer(Schema.createArray(nothings)), longs(blocks)),
        Arguments.of(
            "lists of lists of nulls",
            pointer(Schema.createArray(Schema.createArray(NOTHING))),
            longs(lists)),
        Arguments.of("a map of nulls", pointer(Schema.createMap(NOTHING)), longs(MOST)),
        Arguments.of("a map of texts", pointer(Schema.createMap(TEXT)), longs(MOST)),
        Arguments.of("a list of texts", pointer(Schema.createArray(TEXT)), longs(MOST)),
        Arguments.of("a text", pointer(TEXT), longs(MOST)),
        Arguments.of("a negative text", pointer(TEXT), longs(Long.MIN_VALUE)),
        Arguments.of(
            "blocks of a negative length",
            pointer(Schema.createArray(TEXT)),
            longs(-5, Long.MIN_VALUE, -5, -3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void shouldCallPoisonWhatCostsMoreThanItsBytes(String what, Schema schema, byte[] bytes) {
    assertPoison(GenerationPointer.class, REGISTRY.register(what, schema), bytes);
  }

  /** The headers of a dead letter are a map: how many entries it has stands before them. */
  @ParameterizedTest
  @MethodSource("counts")
  void shouldMakeNoMapOfASizeThatALetterOnlyClaims(long count) throws IOException {
    byte[] letter =
        new AvroSerdes(Map.of("schema.registry.url", ADDRESS))
            .valueSerializer(DeadLetter.class)
            .serialize(
                "letters",
                DeadLetter.newBuilder()
                    .setReason("r")
                    .setMessage("m")
                    .setStage("s")
                    .setGeneration("g1")
                    .setOriginTopic("t")
                    .setOriginPartition(0)
                    .setOriginOffset(0)
                    .setOriginTimestamp(Instant.EPOCH)
                    .setAttempt(1)
                    .setHeaders(Map.of())
                    .build());
    int id = ByteBuffer.wrap(letter).getInt(1);
    // The end of its last field: no further entries.
    byte[] record = Arrays.copyOfRange(letter, 5, letter.length - 1);
    byte[] claim = longs(count);
    byte[] bytes = Arrays.copyOf(record, record.length + claim.length);
    System.arraycopy(claim, 0, bytes, record.length, claim.length);
    assertPoison(DeadLetter.class, id, bytes);
  }

  static List<Long> counts() {
    return List.of(1L, 1L << 20, MOST, 1L << 62, -MOST, Long.MIN_VALUE);
  }

  /** Lists in lists that each claim as many elements as there are bytes left. */
  @ParameterizedTest
  @MethodSource("listsInLists")
  void shouldMakeNoListsOfSizesThatWouldNotFitTogether(Schema schema, long count)
      throws IOException {
    byte[] one = longs(count);
    byte[] bytes = new byte[(int) MEBIBYTE];
    for (int i = 0; i + one.length < bytes.length / 2; i += one.length) {
      System.arraycopy(one, 0, bytes, i, one.length);
    }
    assertPoison(GenerationPointer.class, REGISTRY.register(schema.toString(), schema), bytes);
  }

  static Stream<Arguments> listsInLists() {
    Schema deep = TEXT;
    for (int i = 0; i < 8; i++) {
      deep = Schema.createArray(deep);
    }
    Schema dolls =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"Doll\",\"fields\":[{\"name\":\"inner\","
                    + "\"type\":{\"type\":\"array\",\"items\":\"Doll\"}}]}");
    return Stream.of(Arguments.of(pointer(deep), 300_000L), Arguments.of(pointer(dolls), 300_000L));
  }

  private static void assertPoison(Class<?> type, int id, byte[] record) {
    byte[] bytes =
        ByteBuffer.allocate(5 + record.length).put((byte) 0).putInt(id).put(record).array();
    Deserializer<?> reader =
        new AvroSerdes(Map.of("schema.registry.url", ADDRESS))
            .valueDeserializer(type.asSubclass(SpecificRecord.class));
    long allocated =
        assertTimeoutPreemptively(
            TIME,
            () -> {
              ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
              long before = threads.getCurrentThreadAllocatedBytes();
              assertThatThrownBy(() -> reader.deserialize("t", bytes))
                  .isInstanceOf(PoisonRecordException.class)
                  .hasMessageContaining("topic t");
              return threads.getCurrentThreadAllocatedBytes() - before;
            });
    assertThat(allocated).isLessThan(128 * MEBIBYTE);
  }

  /** A record of a class of ours with one more field in front. */
  private static Schema pointer(Schema junk) {
    return SchemaBuilder.record("GenerationPointer")
        .namespace(ClaimEvent.class.getPackageName())
        .fields()
        .name("junk")
        .type(junk)
        .noDefault()
        .requiredString("generation")
        .name("promoted_at")
        .type()
        .longType()
        .noDefault()
        .endRecord();
  }

  private static byte[] longs(long... numbers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    for (long number : numbers) {
      encoder.writeLong(number);
    }
    return bytes.toByteArray();
  }
}
