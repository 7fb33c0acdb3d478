package org.tensiometer.app.process;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.app.Settings;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.Topics;

/** The articles that the analysis of a generation refused, as its dead letters say. */
public final class UnanalysedArticles {

  private UnanalysedArticles() {}

  /** How many there are; an article that was refused twice is one. */
  public static int count(Settings settings) {
    Topics topics = settings.topics();
    String topic = topics.deadLetters().name();
    Set<String> places = new HashSet<>();
    try (Consumer<String, byte[]> consumer =
            TopicContents.consumer(settings.clients(), topics.analysisGroup() + "-refused");
        Deserializer<DeadLetter> letters =
            new AvroSerdes(settings.clients()).valueDeserializer(DeadLetter.class)) {
      TopicContents.read(
          consumer,
          topic,
          record -> {
            DeadLetter letter = letters.deserialize(topic, record.value());
            if (letter != null && letter.getStage().equals(topics.analysisGroup())) {
              places.add(letter.getOriginPartition() + "@" + letter.getOriginOffset());
            }
          });
    }
    return places.size();
  }
}
