package org.tensiometer.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.contracts.Tick;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.topology.deadletter.Origin;
import org.tensiometer.topology.pair.PairStageSettings;
import org.tensiometer.wire.headers.LineageHeaders;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/** The whole topology without a broker, with a registry in this process. */
final class TopologyBench implements AutoCloseable {

  static final Topics TOPICS = Topics.withDefaults();

  private static final String PAIR_CLAIMS = TOPICS.applicationId() + "-pair-claims-repartition";

  private final Path state;
  private final AvroSerdes serdes;
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, ClaimEvent> claims;
  private final TestInputTopic<byte[], byte[]> rawClaims;
  private final TestInputTopic<String, Tick> ticks;
  private final TestOutputTopic<String, CodedClaim> codedClaims;
  private final TestOutputTopic<String, CodedClaim> late;
  private final TestOutputTopic<String, PairClaim> pairClaims;
  private final TestOutputTopic<String, TensionIndicator> indicators;
  private final TestOutputTopic<String, TensionAlert> alerts;
  private final TestOutputTopic<byte[], DeadLetter> deadLetters;
  private final Map<String, CodedClaim> lastCoded = new LinkedHashMap<>();
  private final Map<String, CodedClaim> lastLate = new LinkedHashMap<>();
  private final Map<String, List<String>> contributed = new TreeMap<>();
  private Instant clock = Instant.parse("2025-01-01T00:00:00Z");

  TopologyBench() {
    try {
      state = Files.createTempDirectory("topology-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> settings =
        StreamsSettings.of(settings("mock://" + UUID.randomUUID(), state), TOPICS);
    serdes = new AvroSerdes(settings);
    Properties properties = new Properties();
    properties.putAll(settings);
    // The driver clears what an open transaction holds, a dead letter of undecodable bytes for one.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver = new TopologyTestDriver(topology(settings), properties, clock);
    claims = input(TOPICS.claims());
    ticks = input(TOPICS.ticks());
    rawClaims =
        driver.createInputTopic(
            TOPICS.claims().name(), new ByteArraySerializer(), new ByteArraySerializer());
    codedClaims = output(TOPICS.codedClaims().name(), CodedClaim.class);
    late = output(TOPICS.late().name(), CodedClaim.class);
    pairClaims = output(PAIR_CLAIMS, PairClaim.class);
    alerts = output(TOPICS.alerts().name(), TensionAlert.class);
    indicators = output(TOPICS.indicators().name(), TensionIndicator.class);
    deadLetters =
        driver.createOutputTopic(
            TOPICS.deadLetters().name(),
            new ByteArrayDeserializer(),
            serdes.valueDeserializer(DeadLetter.class));
  }

  static Map<String, Object> settings(String registry, Path state) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put("schema.registry.url", registry);
    return settings;
  }

  static Topology topology(Map<String, Object> settings) {
    return TensionStreams.topology(
        new StreamsConfig(settings),
        TOPICS,
        new CodeReader(),
        TensionConfig.defaults(),
        PairStageSettings.defaults().withoutPauses());
  }

  /** What a ledger says: what counts in the end, told once, in order and without a broker. */
  static Answer told(Feed ledger) {
    try (TopologyBench bench = new TopologyBench()) {
      bench.pipe(ledger.counting().toArray(ClaimEvent[]::new));
      ledger.ticks().forEach(bench::tick);
      return bench.flush().answer();
    }
  }

  TopologyBench pipe(ClaimEvent... events) {
    for (ClaimEvent event : events) {
      pipe(Ids.claimKey(event), event);
    }
    return this;
  }

  TopologyBench pipe(String key, ClaimEvent event) {
    clock = clock.plusSeconds(1);
    claims.pipeInput(key, event, clock);
    return this;
  }

  /** Sends a claim again as an operator does who lets it count although it came late. */
  TopologyBench admit(ClaimEvent event) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(LineageHeaders.LATE_ADMITTED, "true".getBytes(StandardCharsets.UTF_8));
    clock = clock.plusSeconds(1);
    claims.pipeInput(new TestRecord<>(Ids.claimKey(event), event, headers, clock));
    return this;
  }

  TopologyBench erase(String articleId, int index) {
    return pipe(Ids.claimKey(articleId, index), null);
  }

  TopologyBench pipeRaw(byte[] key, byte[] value) {
    clock = clock.plusSeconds(1);
    rawClaims.pipeInput(key, value, clock);
    return this;
  }

  TopologyBench pipeRaw(byte[] key, byte[] value, RecordHeaders headers) {
    clock = clock.plusSeconds(1);
    rawClaims.pipeInput(new TestRecord<>(key, value, headers, clock));
    return this;
  }

  /** A record of the repartition topic, with the lineage that one has there. */
  TopologyBench pipePairRecord(String pair, byte[] value, Origin origin) {
    RecordHeaders headers = new RecordHeaders();
    origin.stamp(headers);
    driver
        .createInputTopic(PAIR_CLAIMS, new StringSerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(pair, value, headers, clock));
    return this;
  }

  TopologyBench tick(Tick tick) {
    clock = clock.plusSeconds(1);
    ticks.pipeInput(null, tick, clock);
    return this;
  }

  /** Lets the time pass after which the pair stage publishes. */
  TopologyBench flush() {
    driver.advanceWallClockTime(PairStageSettings.defaults().flushEvery().plusMillis(1));
    return this;
  }

  /** The last record of every key. */
  Answer answer() {
    return Answer.of(
        codedClaims.readKeyValuesToMap(),
        late.readKeyValuesToMap(),
        indicators.readKeyValuesToMap(),
        alerts.readKeyValuesToMap());
  }

  /** All indicators published since the last call, without tombstones. */
  List<TensionIndicator> indicators() {
    return indicators.readValuesToList().stream().filter(Objects::nonNull).toList();
  }

  /** Record time of the latest input. */
  Instant clock() {
    return clock;
  }

  byte[] bytes(ClaimEvent event) {
    return serdes.valueSerializer(ClaimEvent.class).serialize(TOPICS.claims().name(), event);
  }

  byte[] bytes(PairClaim claim) {
    return serdes.valueSerializer(PairClaim.class).serialize(PAIR_CLAIMS, claim);
  }

  List<TestRecord<String, CodedClaim>> codedRecords() {
    return codedClaims.readRecordsToList();
  }

  /** Last disposition of every claim id; null for an erased one. */
  Map<String, Disposition> dispositions() {
    codedClaims.readKeyValuesToList().forEach(r -> lastCoded.put(r.key, r.value));
    Map<String, Disposition> dispositions = new TreeMap<>();
    lastCoded.forEach(
        (id, claim) -> dispositions.put(id, claim == null ? null : claim.getDisposition()));
    return dispositions;
  }

  CodedClaim coded(String claimId) {
    dispositions();
    return lastCoded.get(claimId);
  }

  /** Claims in the topic of the late ones that are not taken back. */
  Map<String, CodedClaim> late() {
    late.readKeyValuesToList().forEach(r -> lastLate.put(r.key, r.value));
    Map<String, CodedClaim> left = new TreeMap<>(lastLate);
    left.values().removeIf(claim -> claim == null);
    return left;
  }

  /**
   * Ids of the claims that count in each pair, those taken back removed; pairs without are left
   * out.
   *
   * @throws AssertionError if something is given twice or taken back that was not given
   */
  Map<String, List<String>> contributions() {
    for (TestRecord<String, PairClaim> record : pairClaims.readRecordsToList()) {
      PairClaim claim = record.value();
      String id = claim.getClaim().getClaimId();
      List<String> ids = contributed.computeIfAbsent(record.key(), pair -> new ArrayList<>());
      boolean fits = claim.getRetract() ? ids.remove(id) : !ids.contains(id) && ids.add(id);
      if (!fits || !record.key().equals(claim.getPair())) {
        throw new AssertionError("out of step with " + contributed + ": " + claim);
      }
    }
    Map<String, List<String>> left = new TreeMap<>();
    contributed.forEach(
        (pair, ids) -> {
          if (!ids.isEmpty()) {
            left.put(pair, ids.stream().sorted().toList());
          }
        });
    return left;
  }

  List<TestRecord<String, PairClaim>> pairRecords() {
    return pairClaims.readRecordsToList();
  }

  List<TestRecord<byte[], DeadLetter>> deadLetters() {
    return deadLetters.readRecordsToList();
  }

  TopologyTestDriver driver() {
    return driver;
  }

  @Override
  public void close() {
    driver.close();
    try {
      Utils.delete(state.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <V extends SpecificRecord> TestInputTopic<String, V> input(TopicDescriptor<V> topic) {
    return driver.createInputTopic(
        topic.name(), new StringSerializer(), serdes.valueSerializer(topic.valueType()));
  }

  private <V extends SpecificRecord> TestOutputTopic<String, V> output(
      String topic, Class<V> type) {
    return driver.createOutputTopic(
        topic, new StringDeserializer(), serdes.valueDeserializer(type));
  }
}
