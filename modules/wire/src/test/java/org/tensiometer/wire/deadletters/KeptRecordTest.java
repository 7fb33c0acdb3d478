package org.tensiometer.wire.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.wire.headers.LineageHeaders;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/** Records that brokers took compressed, and that are longer than any letter may be. */
class KeptRecordTest {

  private static final int MEBIBYTE = 1024 * 1024;

  @ParameterizedTest
  @CsvSource({
    "10, 3145728, 0",
    "3145728, 10, 0",
    "10, 10, 3145728",
    "1048576, 1048576, 1048576",
    "20971520, 20971520, 20971520"
  })
  void shouldMakeALetterThatCanBeWrittenOfARecordOfAnyLength(int key, int value, int header) {
    ConsumerRecord<byte[], byte[]> record = record(key, value, header);
    DeadLetter letter = letter(record);

    byte[] bytes =
        new AvroSerdes(java.util.Map.of("schema.registry.url", "mock://kept"))
            .valueSerializer(DeadLetter.class)
            .serialize("t", letter);
    long carried = 0;
    for (var one : DeadLetters.headers(record, new IllegalStateException("broken"))) {
      carried += one.key().length() + one.value().length;
    }
    byte[] ownKey = DeadLetters.key(record.key());
    assertThat(bytes.length + carried + (ownKey == null ? 0 : ownKey.length))
        .as("with some room for the trace of the fault")
        .isLessThan(Topics.MAX_DEAD_LETTER_BYTES - 100_000);
    assertThat(DeadLetters.isWhole(letter)).isFalse();
    assertThat(letter.getMessage())
        .startsWith("broken (the record has " + length(key, value, header) + " bytes")
        .contains("only its beginning is kept");
    assertThat(letter.getValue().remaining()).as("never like an erasure").isPositive();
  }

  @Test
  void shouldKeepTheBeginningOfWhatIsTooLongAndTheKeyBeforeTheValue() {
    DeadLetter letter = letter(record(1_000, 3 * MEBIBYTE, 0));

    assertThat(letter.getKey().array()).hasSize(1_000).containsOnly('k');
    assertThat(letter.getValue().array()).hasSizeGreaterThan(MEBIBYTE).containsOnly('v');
  }

  @Test
  void shouldKeepWhatFitsAsItIsAndBelieveNobodyWhoSaysItIsCut() {
    ConsumerRecord<byte[], byte[]> record = record(10, MEBIBYTE, 10);
    record.headers().add(LineageHeaders.CUT, "7".getBytes(UTF_8));
    DeadLetter letter = letter(record);

    assertThat(DeadLetters.isWhole(letter)).isTrue();
    assertThat(letter.getMessage()).isEqualTo("broken");
    assertThat(letter.getValue().array()).isEqualTo(record.value());
    assertThat(letter.getHeaders()).containsOnlyKeys("h");
  }

  private static long length(int key, int value, int header) {
    return (long) key + value + 1 + header;
  }

  private static DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
    return DeadLetters.of(
        record, "claims", "g1", DeadLetters.UNDECODABLE, new IllegalStateException("broken"));
  }

  private static ConsumerRecord<byte[], byte[]> record(int key, int value, int header) {
    return new ConsumerRecord<>(
        "t",
        0,
        0,
        0,
        TimestampType.CREATE_TIME,
        key,
        value,
        filled(key, 'k'),
        filled(value, 'v'),
        new RecordHeaders().add("h", filled(header, 'h')),
        Optional.empty());
  }

  private static byte[] filled(int length, char with) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }
}
