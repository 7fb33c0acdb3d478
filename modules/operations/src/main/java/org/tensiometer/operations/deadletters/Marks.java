package org.tensiometer.operations.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.contracts.DeadLetterDecision;
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

  /** By {@link RefusedCase#id}, the newest decision about each of these that is decided. */
  Map<String, DeadLetterDecision> of(Collection<RefusedCase> cases) {
    Set<String> ids = new HashSet<>();
    cases.forEach(one -> ids.add(one.id()));
    Map<String, DeadLetterDecision> decisions = new HashMap<>();
    try (Deserializer<DeadLetterMark> values =
        new AvroSerdes(clientConfig).valueDeserializer(DeadLetterMark.class)) {
      new CommittedRecords(clientConfig, topics.prefix() + "-operations-marks")
          .read(
              topics.deadLetterMarks().name(),
              record -> {
                String id = new String(record.key(), StandardCharsets.UTF_8);
                if (ids.contains(id)) {
                  DeadLetterMark mark = values.deserialize(record.topic(), record.value());
                  decisions.compute(id, (key, before) -> mark == null ? null : mark.getDecision());
                }
              });
    }
    return decisions;
  }
}
