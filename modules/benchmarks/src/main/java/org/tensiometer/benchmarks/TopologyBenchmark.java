package org.tensiometer.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.Tick;
import org.tensiometer.embedded.EmbeddedStack;
import org.tensiometer.embedded.Ports;
import org.tensiometer.topology.TensionStreams;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

/**
 * Claims per second through the topology at exactly-once, beside a plain pass-through of the same
 * bytes on the same broker in the same run. Only the ratio travels to other machines.
 */
final class TopologyBenchmark {

  private static final String PASS_THROUGH = "benchmark-pass-through";
  private static final int THREADS = 2;

  private final ClaimFeed feed;
  private final ClaimCoder coder;

  TopologyBenchmark(ClaimFeed feed, ClaimCoder coder) {
    this.feed = feed;
    this.coder = coder;
  }

  void run(int claims) throws Exception {
    Path folder = Files.createTempDirectory("tensiometer-benchmark");
    try (EmbeddedStack stack = EmbeddedStack.start(folder.resolve("broker"), Ports.FREE);
        Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      Topics topics = Topics.withDefaults();
      new TopicCreator(admin).ensure(topics.all());
      admin
          .createTopics(List.of(new NewTopic(PASS_THROUGH, topics.partitions(), (short) 1)))
          .all()
          .get();
      Map<String, String> settings =
          Map.of(
              "bootstrap.servers", stack.bootstrapServers(),
              "schema.registry.url", stack.registryUrl());
      int sent = send(topics, settings, claims);
      Measured pass = Measured.of(() -> passThrough(topics, settings, folder, new Drained(admin)));
      Measured whole = Measured.of(() -> topology(topics, settings, folder, new Drained(admin)));
      System.out.printf(
          Locale.ROOT,
          "topology: %d claim events, %d partitions, %d threads, broker in the same JVM%n",
          sent,
          topics.partitions(),
          THREADS);
      print("pass-through, exactly once", sent, pass);
      print("whole topology, exactly once", sent, whole);
      System.out.printf(
          Locale.ROOT,
          "  ratio                          %8.3f%n",
          pass.wallSeconds() / whole.wallSeconds());
    } finally {
      Folders.delete(folder);
    }
  }

  private int send(Topics topics, Map<String, String> settings, int claims) {
    AvroSerdes serdes = new AvroSerdes(settings);
    var serializer = serdes.valueSerializer(ClaimEvent.class);
    var tickSerializer = serdes.valueSerializer(Tick.class);
    int[] sent = {0};
    Instant[] last = {Instant.EPOCH, Instant.MAX};
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers", settings.get("bootstrap.servers"), "linger.ms", 20),
            new StringSerializer(),
            new ByteArraySerializer())) {
      String claimTopic = topics.claims().name();
      feed.events(claims)
          .forEach(
              event -> {
                int partition = KeyPartition.of(event.getArticleId(), topics.partitions());
                producer.send(
                    new ProducerRecord<>(
                        claimTopic,
                        partition,
                        Ids.claimKey(event),
                        serializer.serialize(claimTopic, event)));
                sent[0]++;
                last[0] = event.getReceivedAt();
                if (event.getReceivedAt().isBefore(last[1])) {
                  last[1] = event.getReceivedAt();
                }
              });
      Tick tick =
          new Tick(
              last[0],
              ClockSource.DATA,
              last[1].atZone(java.time.ZoneOffset.UTC).toLocalDate().minusDays(30));
      String tickTopic = topics.ticks().name();
      for (int partition = 0; partition < topics.partitions(); partition++) {
        producer.send(
            new ProducerRecord<>(
                tickTopic, partition, null, tickSerializer.serialize(tickTopic, tick)));
      }
    }
    return sent[0];
  }

  private static Void passThrough(
      Topics topics, Map<String, String> settings, Path folder, Drained drained) throws Exception {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(topics.claims().name(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
        .to(PASS_THROUGH, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
    java.util.Properties config = new java.util.Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, PASS_THROUGH);
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.get("bootstrap.servers"));
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    config.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("pass-through").toString());
    config.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    try (KafkaStreams streams = new KafkaStreams(builder.build(), config)) {
      streams.start();
      drained.await(PASS_THROUGH, Set.of(topics.claims().name()));
    }
    return null;
  }

  private Void topology(Topics topics, Map<String, String> settings, Path folder, Drained drained)
      throws Exception {
    Map<String, Object> all = new java.util.HashMap<>(settings);
    all.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("topology").toString());
    all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
    try (TensionStreams streams = new TensionStreams(all, topics, coder)) {
      streams.start();
      streams.awaitRunning(Duration.ofMinutes(2));
      drained.await(topics.applicationId(), Set.of(topics.claims().name(), topics.ticks().name()));
      drained.await(
          topics.applicationId(), Set.of(topics.applicationId() + "-pair-claims-repartition"));
    }
    return null;
  }

  private static void print(String what, int claims, Measured measured) {
    System.out.printf(
        Locale.ROOT,
        "  %-30s %8.0f claims per second  (%.1f s with start and stop)%n",
        what,
        claims / measured.wallSeconds(),
        measured.wallSeconds());
  }
}
