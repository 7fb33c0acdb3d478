package org.tensiometer.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tensiometer.contracts.Tick;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.ErasedArticles;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.Topics;

/**
 * What an ingest, or the clock, needs of Kafka. One at a time for each name: a second one takes
 * over.
 */
public final class IngestConnection implements AutoCloseable {

  /** Articles and their analysed claims compress well; the brokers' limit counts what is sent. */
  private static final int MAX_REQUEST_BYTES = 32 * 1024 * 1024;

  private static final String CLOCK = "clock";
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final Producer<String, byte[]> producer;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final Topics topics;
  private final ArticlePublisher articles;
  private final TickPublisher ticks;

  IngestConnection(
      Producer<String, byte[]> producer,
      TransactionalWriter writer,
      Supplier<Consumer<String, byte[]>> consumers,
      Topics topics,
      AvroSerdes serdes) {
    this.producer = producer;
    this.consumers = consumers;
    this.topics = topics;
    this.articles = new ArticlePublisher(writer, topics.articles(), topics.claims(), serdes);
    this.ticks = new TickPublisher(writer, topics.ticks(), serdes);
  }

  /**
   * Connects and ends what a dead ingest of the same name left open.
   *
   * @param config Kafka's and the registry's settings by their own names
   * @param name tells this ingest from others that may run at the same time
   */
  public static IngestConnection open(Map<String, ?> config, Topics topics, String name) {
    return open(
        config,
        topics,
        transactionalIds(topics) + name,
        name,
        producer -> TransactionalWriter.ofIngest(producer, name));
  }

  /** The same for the one clock, which is no ingest, so that none can take its place. */
  public static IngestConnection openClock(Map<String, ?> config, Topics topics) {
    return open(config, topics, clockTransactionalId(topics), CLOCK, TransactionalWriter::ofClock);
  }

  /** What the transactional ids of all ingests begin with; the name of the ingest follows. */
  public static String transactionalIds(Topics topics) {
    return topics.prefix() + "-ingest-";
  }

  /** The transactional id of the clock, which begins otherwise than those of ingests. */
  public static String clockTransactionalId(Topics topics) {
    return topics.prefix() + '-' + CLOCK;
  }

  private static IngestConnection open(
      Map<String, ?> config,
      Topics topics,
      String id,
      String name,
      Function<Producer<String, byte[]>, TransactionalWriter> writers) {
    Map<String, Object> settings = new HashMap<>(config);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, id);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    Producer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    return new IngestConnection(
        producer,
        writers.apply(producer),
        () -> TopicContents.consumer(config, topics.prefix() + "-ingest-index-" + name),
        topics,
        new AvroSerdes(config));
  }

  /** Tells the time to every partition. */
  public void tell(Tick tick) {
    ticks.publish(tick);
  }

  ArticleIndex index() {
    try (Consumer<String, byte[]> consumer = consumers.get()) {
      return ArticleIndex.load(consumer, topics.articles().name());
    }
  }

  /** Ids of the articles that an operator has erased. */
  Set<String> erased() {
    try (Consumer<String, byte[]> consumer = consumers.get()) {
      return ErasedArticles.read(consumer, topics);
    }
  }

  ArticlePublisher articles() {
    return articles;
  }

  @Override
  public void close() {
    producer.close(CLOSE);
  }
}
