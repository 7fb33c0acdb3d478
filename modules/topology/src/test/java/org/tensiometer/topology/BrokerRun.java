package org.tensiometer.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.topology.pair.PairBacklog;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/** The topology at work on a real broker, in topics of its own. */
final class BrokerRun implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final TestCluster cluster;
  private final Topics topics;
  private final Map<String, Object> settings;
  private final AvroSerdes serdes;
  private final Path states;
  private final Admin admin;
  private TensionStreams streams;

  BrokerRun(TestCluster cluster, Topics topics, int threads, Map<String, ?> more)
      throws IOException {
    this(cluster, topics, threads, more, Files.createTempDirectory("state-of-" + topics.prefix()));
  }

  /**
   * @param states holds a folder of local state for each name, and is deleted in the end
   */
  BrokerRun(TestCluster cluster, Topics topics, int threads, Map<String, ?> more, Path states) {
    this.states = states;
    this.cluster = cluster;
    this.topics = topics;
    settings = new HashMap<>(cluster.clientConfig());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    settings.put("schema.registry.url", cluster.registryUrl());
    settings.putAll(more);
    serdes = new AvroSerdes(settings);
    admin = Admin.create(cluster.clientConfig());
    new TopicCreator(admin, Optional.of((short) 1)).ensure(topics.all());
  }

  AvroSerdes serdes() {
    return serdes;
  }

  Topics topics() {
    return topics;
  }

  TensionStreams streams() {
    return streams;
  }

  BrokerRun send(List<ProducerRecord<String, byte[]>> records) {
    cluster.produce(records, new ByteArraySerializer());
    return this;
  }

  /** Starts an instance with the local state of this name. */
  BrokerRun start(String state) throws Exception {
    open(state);
    streams.awaitRunning(PATIENCE);
    return this;
  }

  /** As {@link #start}, without waiting for it to run. */
  BrokerRun open(String state) throws IOException {
    return open(state, new CodeReader());
  }

  /** Starts an instance that falls over after so many claims, and waits for that. */
  BrokerRun fall(String state, int claims) throws IOException {
    open(state, new Falling(claims));
    Await.until("the topology to fall over", streams::failure, Optional::isPresent);
    return stop();
  }

  private BrokerRun open(String state, ClaimCoder coder) throws IOException {
    Path folder = Files.createDirectories(states.resolve(state));
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    streams = new TensionStreams(settings, topics, coder);
    streams.start();
    return this;
  }

  BrokerRun awaitSomeCodedClaims() {
    Await.until(
        "the first coded claims",
        () -> cluster.reader().counts(topics.codedClaims().name()),
        counts -> counts.get(topics.codedClaims().name()) > 20);
    return this;
  }

  /** Ends the instance and waits until its local state is free for the next one. */
  BrokerRun stop() {
    if (!streams.close(PATIENCE)) {
      throw new AssertionError("The topology has not ended within " + PATIENCE);
    }
    streams = null;
    return this;
  }

  /** Tasks of others that this instance keeps a copy of the state of. */
  int copies() {
    return streams.kafkaStreams().metadataForLocalThreads().stream()
        .mapToInt(thread -> thread.standbyTasks().size())
        .sum();
  }

  /** What each static member of the group has to read, whether it is here or away. */
  Map<String, Set<TopicPartition>> members() throws Exception {
    String group = topics.applicationId();
    // While the members agree anew the broker tells of none what it has.
    return Await.until(
            "the group to agree",
            () -> admin.describeConsumerGroups(List.of(group)).all().get().get(group),
            description -> description.groupState() == GroupState.STABLE)
        .members()
        .stream()
        .collect(
            Collectors.toMap(
                member -> member.groupInstanceId().orElseThrow(),
                member -> member.assignment().topicPartitions()));
  }

  /** Waits until everything sent is read and nothing moves any more. */
  Answer awaitAnswer() throws Exception {
    Await.until("all records to be read", this::lag, lag -> lag == 0);
    if (hasAllPairs()) {
      Await.until("the pair stage to publish", this::isPublished, published -> published);
    }
    Answer last = answer();
    int still = 0;
    while (still < 4) {
      Thread.sleep(500);
      Answer now = answer();
      still = now.equals(last) ? still + 1 : 0;
      last = now;
    }
    return last;
  }

  private boolean isPublished() {
    return PairBacklog.isEmpty(streams.kafkaStreams(), topics.partitions());
  }

  /** Of what other instances have still to publish only their silence tells. */
  private boolean hasAllPairs() {
    return streams.kafkaStreams().metadataForLocalThreads().stream()
            .flatMap(thread -> thread.activeTasks().stream())
            .flatMap(task -> task.topicPartitions().stream())
            .filter(partition -> partition.topic().equals(repartition()))
            .count()
        == topics.partitions();
  }

  private String repartition() {
    return topics.applicationId() + "-pair-claims-repartition";
  }

  Answer answer() {
    return Answer.of(
        last(topics.codedClaims()),
        last(topics.late()),
        last(topics.indicators()),
        last(topics.alerts()));
  }

  /** Everything ever said of the alerts, tombstones included. */
  List<ConsumerRecord<String, TensionAlert>> alerts() {
    return cluster
        .reader()
        .records(topics.alerts().name(), serdes.valueDeserializer(TensionAlert.class));
  }

  List<DeadLetter> deadLetters() {
    return cluster
        .reader()
        .records(topics.deadLetters().name(), serdes.valueDeserializer(DeadLetter.class))
        .stream()
        .map(record -> record.value())
        .toList();
  }

  /** Records of the input topics and the repartition topic that are not committed as read. */
  long lag() throws Exception {
    Map<TopicPartition, OffsetAndMetadata> read =
        admin
            .listConsumerGroupOffsets(topics.applicationId())
            .partitionsToOffsetAndMetadata()
            .get();
    Map<TopicPartition, OffsetSpec> parts = new HashMap<>();
    for (String topic : List.of(topics.claims().name(), topics.ticks().name(), repartition())) {
      for (int partition = 0; partition < topics.partitions(); partition++) {
        parts.put(new TopicPartition(topic, partition), OffsetSpec.latest());
      }
    }
    // The last offset of a transaction is its marker, which is not a record to be read.
    return admin.listOffsets(parts).all().get().entrySet().stream()
        .mapToLong(
            end -> {
              OffsetAndMetadata committed = read.get(end.getKey());
              return Math.max(
                  0, end.getValue().offset() - 1 - (committed == null ? 0 : committed.offset()));
            })
        .sum();
  }

  private <V extends SpecificRecord> SortedMap<String, V> last(TopicDescriptor<V> topic) {
    return cluster.lastRecords(topic.name(), serdes.valueDeserializer(topic.valueType()));
  }

  @Override
  public void close() throws IOException {
    if (streams != null) {
      streams.close();
    }
    admin.close();
    Utils.delete(states.toFile());
  }
}
