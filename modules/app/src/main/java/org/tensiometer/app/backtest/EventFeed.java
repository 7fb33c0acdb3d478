package org.tensiometer.app.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.Tick;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.Topics;

/**
 * Writes claims and ticks where ingest would: claims to the partition of their article, ticks to
 * every partition. Without transactions, because the topics are this feed's alone.
 */
final class EventFeed implements AutoCloseable {

  private final Topics topics;
  private final LocalDate feedStart;
  private final int closeHours;
  private final Producer<String, byte[]> producer;
  private final Serializer<ClaimEvent> claims;
  private final Serializer<Tick> ticks;
  private RuntimeException failure;

  /**
   * @param feedStart first day of the whole feed
   * @param closeHours hours after its end at which a day is closed
   */
  EventFeed(Map<String, Object> clients, Topics topics, LocalDate feedStart, int closeHours) {
    this.topics = topics;
    this.feedStart = feedStart;
    this.closeHours = closeHours;
    Map<String, Object> config = new HashMap<>(clients);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.CLIENT_ID_CONFIG, topics.prefix() + "-backtest-feed");
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    AvroSerdes serdes = new AvroSerdes(clients);
    this.claims = serdes.valueSerializer(ClaimEvent.class);
    this.ticks = serdes.valueSerializer(Tick.class);
  }

  void claim(ClaimEvent event) {
    String topic = topics.claims().name();
    int partition = KeyPartition.of(event.getArticleId(), topics.claims().partitions());
    String key = Ids.claimKey(event);
    send(new ProducerRecord<>(topic, partition, key, claims.serialize(topic, event)));
  }

  /** Tells every partition that this day is closed; of today, how late it is. */
  void closed(LocalDate day) {
    String topic = topics.ticks().name();
    Instant end = day.plusDays(1).atStartOfDay().plusHours(closeHours).toInstant(ZoneOffset.UTC);
    Instant now = Instant.now();
    Instant time = end.isAfter(now) ? now : end;
    byte[] tick = ticks.serialize(topic, new Tick(time, ClockSource.DATA, feedStart));
    for (int partition = 0; partition < topics.ticks().partitions(); partition++) {
      send(new ProducerRecord<>(topic, partition, null, tick));
    }
  }

  /**
   * Waits until the broker has everything.
   *
   * @throws RuntimeException what it refused something with
   */
  void flush() {
    producer.flush();
    synchronized (this) {
      if (failure != null) {
        throw failure;
      }
    }
  }

  private void send(ProducerRecord<String, byte[]> record) {
    producer.send(record, (where, fault) -> failed(fault));
  }

  private synchronized void failed(Exception fault) {
    if (fault != null && failure == null) {
      failure = new IllegalStateException("Kafka refused a record: " + fault.getMessage(), fault);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
