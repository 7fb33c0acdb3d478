package org.tensiometer.operations.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.contracts.DeadLetterMark;
import org.tensiometer.operations.CommittedRecords;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/** What operators have decided about records that did not count. */
final class Marks {

  private final Map<String, ?> clientConfig;
  private final Topics topics;

  Marks(Map<String, ?> clientConfig, Topics topics) {
    this.clientConfig = Map.copyOf(clientConfig);
    this.topics = topics;
  }

  /** The newest mark by {@link RefusedRecord#id}. */
  Map<String, DeadLetterMark> read() {
    Map<String, DeadLetterMark> marks = new HashMap<>();
    try (Deserializer<DeadLetterMark> values =
        new AvroSerdes(clientConfig).valueDeserializer(DeadLetterMark.class)) {
      new CommittedRecords(clientConfig, topics.prefix() + "-operations-marks")
          .read(
              topics.deadLetterMarks().name(),
              record ->
                  marks.put(
                      new String(record.key(), StandardCharsets.UTF_8),
                      values.deserialize(record.topic(), record.value())));
    }
    return marks;
  }
}
