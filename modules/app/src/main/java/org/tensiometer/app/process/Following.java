package org.tensiometer.app.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.app.Settings;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.TopicDescriptor;

/** Reads topics from their beginning and goes on as they grow, without a consumer group. */
public final class Following {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Settings settings;
  private final Map<TopicDescriptor<?>, Consumer<ConsumerRecord<String, SpecificRecord>>> topics;

  /**
   * @param topics what to do with the records of each topic; value null is a tombstone
   */
  public Following(
      Settings settings,
      Map<TopicDescriptor<?>, Consumer<ConsumerRecord<String, SpecificRecord>>> topics) {
    this.settings = settings;
    this.topics = Map.copyOf(topics);
  }

  /** Follows until the thread is interrupted. */
  public void run() throws InterruptedException {
    Map<String, Handler> handlers = handlers();
    try (org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer =
        TopicContents.follower(settings.clients(), settings.topics().prefix() + "-watch")) {
      List<TopicPartition> partitions =
          topics.keySet().stream()
              .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!Thread.currentThread().isInterrupted()) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          handlers.get(record.topic()).take(record);
        }
      }
    } catch (InterruptException e) {
      Thread.interrupted();
      throw new InterruptedException("Stopped following");
    }
  }

  private Map<String, Handler> handlers() {
    AvroSerdes serdes = new AvroSerdes(settings.clients());
    Map<String, Handler> handlers = new HashMap<>();
    topics.forEach(
        (topic, action) ->
            handlers.put(
                topic.name(), new Handler(serdes.valueDeserializer(topic.valueType()), action)));
    return handlers;
  }

  private record Handler(
      Deserializer<? extends SpecificRecord> values,
      Consumer<ConsumerRecord<String, SpecificRecord>> action) {

    void take(ConsumerRecord<String, byte[]> record) {
      action.accept(
          new ConsumerRecord<>(
              record.topic(),
              record.partition(),
              record.offset(),
              record.key(),
              values.deserialize(record.topic(), record.value())));
    }
  }
}
