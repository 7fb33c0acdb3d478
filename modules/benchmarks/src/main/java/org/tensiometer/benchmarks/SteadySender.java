package org.tensiometer.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tensiometer.app.Settings;
import org.tensiometer.benchmarks.WorldNews.PairNews;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Ids;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.Topics;

/**
 * Sends articles at a steady rate of claims, each in a transaction of its own, as ingest does.
 * Ordinary news falls on the pairs by Zipf's law.
 */
final class SteadySender implements AutoCloseable {

  private static final int OUTLETS = 40;
  private static final double NANOS = 1e9;

  private final String name;
  private final Topics topics;
  private final List<PairNews> ordinary;
  private final int rate;
  private final Producer<String, byte[]> producer;
  private final Serializer<ClaimEvent> values;
  private final Random random = new Random(7);
  private int articles;
  private long sent;
  private double seconds;

  /**
   * @param name of this sender among those of the same time
   * @param rate claims a second
   */
  SteadySender(String name, Settings settings, List<PairNews> ordinary, int rate) {
    this.name = name;
    this.topics = settings.topics();
    this.ordinary = ordinary;
    this.rate = rate;
    Map<String, Object> config = new HashMap<>(settings.clients());
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "benchmark-" + name);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    this.producer.initTransactions();
    this.values = new AvroSerdes(settings.clients()).valueSerializer(ClaimEvent.class);
  }

  /**
   * Sends for a while.
   *
   * @param outbreaks whose articles are spread evenly over that time
   * @return for each pair that broke out, the time in the record of the claims that completed it
   */
  Map<String, Instant> send(Duration time, List<PairNews> outbreaks) throws Exception {
    Map<String, Instant> causes = new HashMap<>();
    long start = System.nanoTime();
    double total = time.toNanos() / NANOS;
    int reports = outbreaks.size() * WorldNews.OUTBREAK_OUTLETS;
    int reported = 0;
    long before = sent;
    for (double now = 0; now < total; now = (System.nanoTime() - start) / NANOS) {
      if (reported < reports * now / total) {
        int outlet = reported / outbreaks.size();
        PairNews outbreak = outbreaks.get(reported % outbreaks.size());
        Instant written = publish(outbreak.articles().get(outlet), "Wire " + outlet);
        causes.put(outbreak.pair().toString(), written);
        reported++;
      } else if (sent - before < rate * now) {
        publish(zipf().articles().get(0), "Outlet " + articles % OUTLETS);
      } else {
        Thread.sleep(1);
      }
    }
    seconds = (System.nanoTime() - start) / NANOS;
    sent -= before;
    return causes;
  }

  /** Claims a second in the last {@link #send}. */
  double achievedRate() {
    return sent / seconds;
  }

  private PairNews zipf() {
    // Rank 1 comes twice as often as rank 2, and so on.
    double rank = Math.exp(random.nextDouble() * Math.log(ordinary.size()));
    return ordinary.get(Math.min(ordinary.size() - 1, (int) rank - 1));
  }

  private Instant publish(List<ClaimEvent> templates, String outlet) throws Exception {
    List<ClaimEvent> events =
        ClaimFeed.copy(templates, name + '-' + articles++, outlet, Instant.now());
    List<Future<RecordMetadata>> written = new ArrayList<>();
    producer.beginTransaction();
    for (ClaimEvent event : events) {
      String topic = topics.claims().name();
      written.add(
          producer.send(
              new ProducerRecord<>(
                  topic,
                  KeyPartition.of(event.getArticleId(), topics.partitions()),
                  Ids.claimKey(event),
                  values.serialize(topic, event))));
    }
    producer.commitTransaction();
    sent += events.size();
    return Instant.ofEpochMilli(written.get(0).get().timestamp());
  }

  @Override
  public void close() {
    producer.close();
  }
}
