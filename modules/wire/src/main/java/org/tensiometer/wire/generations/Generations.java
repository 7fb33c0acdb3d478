package org.tensiometer.wire.generations;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.TopicDescriptor;

/** Reads and sets the pointer to the live generation. The topic must be there. */
public final class Generations {

  /** Key of the pointer's record. */
  public static final String LIVE = "live";

  private static final String PARTIAL = "partial.";
  private static final String UNFINISHED = "unfinished.";

  private static final String CLIENT_ID = "tensiometer-generations";

  private final Map<String, Object> clientConfig;
  private final TopicDescriptor<GenerationPointer> topic;
  private final InstantSource clock;
  private final AvroSerdes serdes;

  /**
   * @param clientConfig by Kafka's and Confluent's names, at least {@code bootstrap.servers} and
   *     {@code schema.registry.url}
   * @param clock stamps a pointer that is set
   */
  public Generations(
      Map<String, ?> clientConfig, TopicDescriptor<GenerationPointer> topic, InstantSource clock) {
    this.clientConfig = new HashMap<>(clientConfig);
    this.topic = topic;
    this.clock = clock;
    serdes = new AvroSerdes(clientConfig);
  }

  /** The pointer as it stands; empty if none was ever set. */
  public Optional<GenerationPointer> live() {
    return last(LIVE);
  }

  /** Whether a generation has read only a part of the claims. */
  public boolean isPartial(String generation) {
    return last(PARTIAL + generation).isPresent();
  }

  /** From now on this generation is one that has read only a part of the claims. */
  public void markPartial(String generation) {
    set(PARTIAL + generation, new GenerationPointer(generation, null, clock.instant()));
  }

  /** Whether the replay of a generation was begun and has not come to its end. */
  public boolean isUnfinished(String generation) {
    return last(UNFINISHED + generation).isPresent();
  }

  /** From now on the replay of this generation is one that has not come to its end. */
  public void markUnfinished(String generation) {
    set(UNFINISHED + generation, new GenerationPointer(generation, null, clock.instant()));
  }

  /** The replay of this generation has come to its end. */
  public void markFinished(String generation) {
    set(UNFINISHED + generation, null);
  }

  /** Forgets what was marked of a generation. */
  public void forget(String generation) {
    set(PARTIAL + generation, null);
    set(UNFINISHED + generation, null);
  }

  private Optional<GenerationPointer> last(String key) {
    AtomicReference<GenerationPointer> last = new AtomicReference<>();
    try (Consumer<String, byte[]> consumer = TopicContents.consumer(clientConfig, CLIENT_ID);
        Deserializer<GenerationPointer> values = serdes.valueDeserializer(topic.valueType())) {
      TopicContents.read(
          consumer,
          topic.name(),
          record -> {
            if (key.equals(record.key())) {
              last.set(values.deserialize(record.topic(), record.value()));
            }
          });
    }
    return Optional.ofNullable(last.get());
  }

  /**
   * The pointer as it stands, set to this generation if there was none. When several processes are
   * first, all of them follow the one that wrote last.
   */
  public GenerationPointer liveOrFirst(String generation) {
    Optional<GenerationPointer> live = live();
    if (live.isPresent()) {
      return live.get();
    }
    set(LIVE, new GenerationPointer(generation, null, clock.instant()));
    return live().orElseThrow();
  }

  /** Makes this generation the live one; the one that was live is named as the previous. */
  public GenerationPointer promote(String generation) {
    String previous = live().map(GenerationPointer::getGeneration).orElse(null);
    GenerationPointer pointer = new GenerationPointer(generation, previous, clock.instant());
    set(LIVE, pointer);
    return pointer;
  }

  private void set(String key, GenerationPointer pointer) {
    Map<String, Object> config = new HashMap<>(clientConfig);
    config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, CLIENT_ID);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    try (KafkaProducer<String, GenerationPointer> producer =
        new KafkaProducer<>(
            config, new StringSerializer(), serdes.valueSerializer(topic.valueType()))) {
      producer.send(new ProducerRecord<>(topic.name(), key, pointer)).get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException("Cannot set the live generation in " + topic.name(), e.getCause());
    }
  }
}
