package org.tensiometer.operations.deadletters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.operations.CommittedRecords;
import org.tensiometer.operations.RecordPlace;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/** The dead letters, of each refused record the newest. */
public final class RefusedRecords implements RefusedSource {

  private final CommittedRecords records;
  private final Topics topics;
  private final AvroSerdes serdes;

  /**
   * @param clientConfig by Kafka's and Confluent's names, at least {@code bootstrap.servers} and
   *     {@code schema.registry.url}
   */
  public RefusedRecords(Map<String, ?> clientConfig, Topics topics) {
    this.topics = topics;
    records = new CommittedRecords(clientConfig, topics.prefix() + "-operations-dead-letters");
    serdes = new AvroSerdes(clientConfig);
  }

  /** In the order in which they were refused first. */
  @Override
  public Selected select(Selection selection) {
    Map<String, RefusedCase> cases = new LinkedHashMap<>();
    Set<String> there = new HashSet<>();
    Map<TopicPartition, TopicPartition> partitions = new HashMap<>();
    try (Deserializer<DeadLetter> values = serdes.valueDeserializer(DeadLetter.class)) {
      records.read(
          topics.deadLetters().name(),
          record -> {
            DeadLetter letter = values.deserialize(record.topic(), record.value());
            if (letter == null) {
              return;
            }
            RefusedCase one = refused(letter, RecordPlace.of(record), partitions);
            if (selection.ids().contains(one.id())) {
              there.add(one.id());
            }
            if (selection.takes(one.id(), letter)) {
              cases.put(one.id(), one);
            } else {
              cases.remove(one.id());
            }
          });
    }
    return Selected.of(selection, there, List.copyOf(cases.values()));
  }

  @Override
  public List<DeadLetter> letters(List<RefusedCase> cases) {
    Map<RecordPlace, DeadLetter> letters = new HashMap<>();
    try (Deserializer<DeadLetter> values = serdes.valueDeserializer(DeadLetter.class)) {
      records.readAt(
          cases.stream().map(one -> one.told().get(0)).toList(),
          record ->
              letters.put(
                  RecordPlace.of(record), values.deserialize(record.topic(), record.value())));
    }
    List<DeadLetter> inOrder = new ArrayList<>();
    cases.forEach(one -> inOrder.add(letters.get(one.told().get(0))));
    return inOrder;
  }

  /**
   * @param partitions those met so far, which many have in common
   */
  private static RefusedCase refused(
      DeadLetter letter, RecordPlace place, Map<TopicPartition, TopicPartition> partitions) {
    TopicPartition origin =
        new TopicPartition(letter.getOriginTopic(), letter.getOriginPartition());
    return new RefusedCase(
        RefusedCase.id(origin, letter.getOriginOffset()),
        partitions.computeIfAbsent(origin, same -> same),
        letter.getOriginOffset(),
        KeyHash.of(letter.getKey()),
        letter.getReason().intern(),
        letter.getAttempt(),
        DeadLetters.isWhole(letter),
        List.of(place.in(partitions.computeIfAbsent(place.partition(), same -> same))));
  }
}
