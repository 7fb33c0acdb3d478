package org.tensiometer.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class EndOfRangeTest {

  private static final TopicPartition FIRST = new TopicPartition("claims", 0);
  private static final TopicPartition SECOND = new TopicPartition("claims", 1);
  private static final TopicPartition TICKS = new TopicPartition("ticks", 0);

  @Test
  void shouldHandOnWhatLiesBeforeTheEndOfEachPartitionAndAllOfOthers() {
    EndOfRange end = new EndOfRange();
    end.configure(EndOfRange.settings(Map.of(FIRST, 2L, SECOND, 0L), key -> false));
    Map<TopicPartition, OffsetAndMetadata> next =
        Map.of(FIRST, new OffsetAndMetadata(4), SECOND, new OffsetAndMetadata(1));

    ConsumerRecords<byte[], byte[]> taken =
        end.onConsume(
            new ConsumerRecords<>(
                Map.of(
                    FIRST, List.of(record(FIRST, 1), record(FIRST, 3)),
                    SECOND, List.of(record(SECOND, 0)),
                    TICKS, List.of(record(TICKS, 9))),
                next));

    assertThat(taken.partitions()).containsExactlyInAnyOrder(FIRST, TICKS);
    assertThat(taken.records(FIRST)).extracting(ConsumerRecord::offset).containsExactly(1L);
    assertThat(taken.nextOffsets()).as("the replay gets past its end").isEqualTo(next);
  }

  @Test
  void shouldHandOnNothingOfWhatWasErased() {
    EndOfRange end = new EndOfRange();
    end.configure(EndOfRange.settings(Map.of(FIRST, 9L), "gone#0"::equals));

    ConsumerRecords<byte[], byte[]> taken =
        end.onConsume(
            new ConsumerRecords<>(
                Map.of(
                    FIRST, List.of(record(FIRST, 1, "gone#0"), record(FIRST, 2, "kept#0")),
                    TICKS, List.of(record(TICKS, 3, "gone#0"))),
                Map.of()));

    assertThat(taken.records(FIRST)).extracting(ConsumerRecord::offset).containsExactly(2L);
    assertThat(taken.records(TICKS)).as("of what has no end").hasSize(1);
  }

  @Test
  void shouldNeedNoSettingsWithoutAnEnd() {
    assertThat(EndOfRange.settings(Map.of(), key -> false)).isEmpty();
  }

  private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
    return record(partition, offset, "");
  }

  private static ConsumerRecord<byte[], byte[]> record(
      TopicPartition partition, long offset, String key) {
    return new ConsumerRecord<>(
        partition.topic(),
        partition.partition(),
        offset,
        key.getBytes(StandardCharsets.UTF_8),
        new byte[0]);
  }
}
