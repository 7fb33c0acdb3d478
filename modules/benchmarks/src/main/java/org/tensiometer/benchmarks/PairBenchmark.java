package org.tensiometer.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
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
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.Tick;
import org.tensiometer.embedded.EmbeddedStack;
import org.tensiometer.embedded.Ports;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.topology.StreamsSettings;
import org.tensiometer.topology.pair.PairBacklog;
import org.tensiometer.topology.pair.PairOutput;
import org.tensiometer.topology.pair.PairStage;
import org.tensiometer.topology.pair.PairStageSettings;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

/**
 * Coded claims per second through the pair stage alone at exactly-once, while a backlog is drained,
 * beside a plain pass-through of the same bytes in the same run; with pairs that are equally busy
 * and with one that has 40 % of all claims. Timed from the first record that is processed until
 * everything is committed and published. Both sides are warmed up alike before, until the
 * platform's compiler is nearly silent in both. Only the ratio travels to other machines.
 */
final class PairBenchmark {

  private static final int THREADS = 2;
  private static final double BUSIEST = 0.4;
  private static final int MOST_WARM_UPS = 5;

  // Of the processors' time while a part is measured.
  private static final double SILENT = 0.05;

  void run(int claims) throws Exception {
    Path folder = Files.createTempDirectory("tensiometer-benchmark");
    try (EmbeddedStack stack = EmbeddedStack.start(folder.resolve("broker"), Ports.FREE);
        Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      Map<String, String> settings =
          Map.of(
              "bootstrap.servers", stack.bootstrapServers(),
              "schema.registry.url", stack.registryUrl());
      System.out.printf(
          Locale.ROOT,
          "pairs: %d coded claims of %d pairs over %d days, %d threads, broker in the same JVM%n",
          claims,
          PairFeed.PAIRS,
          PairFeed.DAYS,
          THREADS);
      double compiling = 1;
      for (int i = 1; i <= MOST_WARM_UPS && compiling > SILENT; i++) {
        String name = "warm-up-" + i;
        compiling =
            Math.max(
                new Round(name + "-uniform", PairFeed.uniform(), claims, settings, admin, folder)
                    .run(),
                new Round(name + "-zipf", new PairFeed(BUSIEST), claims, settings, admin, folder)
                    .run());
      }
      new Round("uniform", PairFeed.uniform(), claims, settings, admin, folder).run();
      new Round("zipf", new PairFeed(BUSIEST), claims, settings, admin, folder).run();
    } finally {
      Folders.delete(folder);
    }
  }

  /** One distribution of the claims over the pairs. */
  private record Round(
      String name,
      PairFeed feed,
      int claims,
      Map<String, String> settings,
      Admin admin,
      Path folder) {

    /** Runs both sides; the greater share of processor time that the compiler took. */
    double run() throws Exception {
      Topics topics = new Topics("tensiometer", name, Topics.withDefaults().partitions());
      new TopicCreator(admin).ensure(topics.all());
      for (String topic : List.of(input(), passed())) {
        admin
            .createTopics(List.of(new NewTopic(topic, topics.partitions(), (short) 1)))
            .all()
            .get();
      }
      send(topics);
      Measured pass = passThrough();
      AtomicLong records = new AtomicLong();
      Map<String, Long> bytes = new LinkedHashMap<>();
      Measured stage = pairStage(topics, records, bytes);
      print("pass-through, exactly once", pass);
      print("pair stage, exactly once", stage);
      System.out.printf(
          Locale.ROOT,
          "    ratio %.3f, of processor time %.3f; %d records out, %.3f for each claim%n",
          pass.wallSeconds() / stage.wallSeconds(),
          pass.processSeconds() / stage.processSeconds(),
          records.get(),
          (double) records.get() / claims);
      System.out.printf(
          Locale.ROOT,
          "    state of the busiest pair: %d bytes %s%n",
          bytes.values().stream().mapToLong(Long::longValue).sum(),
          bytes);
      Folders.delete(folder.resolve(applicationFolder()));
      List<String> mine =
          admin.listTopics().names().get().stream().filter(topic -> topic.contains(name)).toList();
      admin.deleteTopics(mine).all().get();
      return Math.max(compiling(pass), compiling(stage));
    }

    private static double compiling(Measured measured) {
      return measured.compilerSeconds() / measured.processSeconds();
    }

    private String input() {
      return "benchmark-pair-claims-" + name;
    }

    private String applicationFolder() {
      return "pairs-" + name;
    }

    private String passed() {
      return "benchmark-passed-" + name;
    }

    private void send(Topics topics) {
      AvroSerdes serdes = new AvroSerdes(settings);
      var serializer = serdes.valueSerializer(PairClaim.class);
      var ticks = serdes.valueSerializer(Tick.class);
      try (var producer =
          new KafkaProducer<>(
              Map.<String, Object>of(
                  "bootstrap.servers", settings.get("bootstrap.servers"), "linger.ms", 20),
              new StringSerializer(),
              new ByteArraySerializer())) {
        for (int i = 0; i < claims; i++) {
          PairClaim claim = feed.claim(i, claims);
          producer.send(
              new ProducerRecord<>(input(), claim.getPair(), serializer.serialize(input(), claim)));
        }
        Instant end =
            PairFeed.FIRST_DAY.plusDays(PairFeed.DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
        Tick tick = new Tick(end, ClockSource.DATA, PairFeed.FIRST_DAY.minusDays(30));
        String topic = topics.ticks().name();
        for (int partition = 0; partition < topics.partitions(); partition++) {
          producer.send(new ProducerRecord<>(topic, partition, null, ticks.serialize(topic, tick)));
        }
      }
    }

    private Measured passThrough() throws Exception {
      Stopwatch stopwatch = new Stopwatch();
      StreamsBuilder builder = new StreamsBuilder();
      builder.stream(input(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
          .peek((key, value) -> stopwatch.start())
          .to(passed(), Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
      String id = "benchmark-pass-through-" + name;
      Properties config = new Properties();
      config.putAll(settings);
      config.put(StreamsConfig.APPLICATION_ID_CONFIG, id);
      config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
      config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
      config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
      config.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(id).toString());
      config.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
      try (KafkaStreams streams = new KafkaStreams(builder.build(), config)) {
        streams.start();
        new Drained(admin).await(id, Set.of(input()));
        return stopwatch.read();
      }
    }

    private Measured pairStage(Topics topics, AtomicLong records, Map<String, Long> bytes)
        throws Exception {
      Map<String, Object> given = new HashMap<>(settings);
      given.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(applicationFolder()).toString());
      given.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
      StreamsConfig config = new StreamsConfig(StreamsSettings.of(given, topics));
      AvroSerdes serdes = new AvroSerdes(config.originals());
      Stopwatch stopwatch = new Stopwatch();
      try (KafkaStreams streams =
          new KafkaStreams(topology(config, serdes, topics, stopwatch, records), config)) {
        streams.start();
        new Drained(admin).await(topics.applicationId(), Set.of(input(), topics.ticks().name()));
        while (!PairBacklog.isEmpty(streams, topics.partitions())) {
          Thread.sleep(10);
        }
        Measured measured = stopwatch.read();
        bytes.putAll(PairState.bytes(streams, serdes, PairFeed.pair(0)));
        return measured;
      }
    }

    private Topology topology(
        StreamsConfig config,
        AvroSerdes serdes,
        Topics topics,
        Stopwatch stopwatch,
        AtomicLong records) {
      StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
      PairStage stage =
          new PairStage(
              TensionConfig.defaults(), name, serdes::value, PairStageSettings.defaults());
      KStream<String, PairOutput> outputs =
          records(builder.stream(input(), consumed(serdes, PairClaim.class, "pair-claims")))
              .merge(
                  records(
                      builder.stream(topics.ticks().name(), consumed(serdes, Tick.class, "ticks"))),
                  Named.as("merged"))
              .peek((key, record) -> stopwatch.start(), Named.as("started"))
              .process(stage, Named.as("pair-stage"))
              .peek((key, output) -> records.incrementAndGet(), Named.as("counted"));
      outputs
          .filter((key, output) -> output instanceof PairOutput.Indicator, Named.as("indicators"))
          .mapValues(
              output -> ((PairOutput.Indicator) output).value(), Named.as("indicator-values"))
          .to(
              topics.indicators().name(),
              Produced.with(Serdes.String(), serdes.value(topics.indicators()))
                  .withName("indicators-out"));
      outputs
          .filter((key, output) -> output instanceof PairOutput.Alert, Named.as("alerts"))
          .mapValues(output -> ((PairOutput.Alert) output).value(), Named.as("alert-values"))
          .to(
              topics.alerts().name(),
              Produced.with(Serdes.String(), serdes.value(topics.alerts())).withName("alerts-out"));
      return builder.build();
    }

    private static <V extends SpecificRecord> Consumed<String, V> consumed(
        AvroSerdes serdes, Class<V> type, String node) {
      return Consumed.with(Serdes.String(), serdes.value(type)).withName(node);
    }

    @SuppressWarnings("unchecked")
    private static KStream<String, SpecificRecord> records(
        KStream<String, ? extends SpecificRecord> stream) {
      return (KStream<String, SpecificRecord>) stream;
    }

    private void print(String what, Measured measured) {
      System.out.printf(
          Locale.ROOT,
          "  %-17s %-28s %8.0f claims per second  (%.1f s, %.1f of processors, compiler %.1f)%n",
          name,
          what,
          claims / measured.wallSeconds(),
          measured.wallSeconds(),
          measured.processSeconds(),
          measured.compilerSeconds());
    }
  }
}
