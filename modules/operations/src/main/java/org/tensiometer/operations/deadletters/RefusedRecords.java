package org.tensiometer.operations.deadletters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.DeadLetterMark;
import org.tensiometer.operations.CommittedRecords;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/** The dead letters with what was decided about them, as they stand now. */
public final class RefusedRecords implements RefusedSource {

  private final Map<String, ?> clientConfig;
  private final Topics topics;
  private final AvroSerdes serdes;

  /**
   * @param clientConfig by Kafka's and Confluent's names, at least {@code bootstrap.servers} and
   *     {@code schema.registry.url}
   */
  public RefusedRecords(Map<String, ?> clientConfig, Topics topics) {
    this.clientConfig = Map.copyOf(clientConfig);
    this.topics = topics;
    serdes = new AvroSerdes(clientConfig);
  }

  /** In the order in which they were refused first. */
  @Override
  public List<RefusedRecord> select(Selection selection) {
    CommittedRecords records =
        new CommittedRecords(clientConfig, topics.prefix() + "-operations-dead-letters");
    Map<String, DeadLetterMark> marks = new Marks(clientConfig, topics).read();
    Map<String, DeadLetter> letters = letters(records);
    return letters.entrySet().stream()
        .map(
            entry ->
                new RefusedRecord(
                    entry.getKey(),
                    entry.getValue(),
                    Optional.ofNullable(marks.get(entry.getKey()))))
        .filter(selection::takes)
        .toList();
  }

  private Map<String, DeadLetter> letters(CommittedRecords records) {
    Map<String, DeadLetter> letters = new LinkedHashMap<>();
    try (Deserializer<DeadLetter> values = serdes.valueDeserializer(DeadLetter.class)) {
      records.read(
          topics.deadLetters().name(),
          record -> {
            DeadLetter letter = values.deserialize(record.topic(), record.value());
            if (letter != null) {
              letters.put(RefusedRecord.id(letter), letter);
            }
          });
    }
    return letters;
  }
}
