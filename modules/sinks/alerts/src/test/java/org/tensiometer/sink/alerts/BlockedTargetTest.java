package org.tensiometer.sink.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.ForwarderSettings;
import org.tensiometer.wire.RecordMapper;
import org.tensiometer.wire.TransactionalForwarder;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.CleanupPolicy;
import org.tensiometer.wire.topics.KeyType;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/** What a sink does while its target takes nothing, here because it is not there. */
@ExtendWith(SharedCluster.class)
class BlockedTargetTest {

  private static final int RECORDS = 3_000;
  private static final int BATCH = 100;
  private static final String TARGET = "blocked-target";
  private static final TopicDescriptor<GenerationPointer> SOURCE =
      new TopicDescriptor<>(
          "blocked.g1.source",
          KeyType.TEXT,
          "number",
          GenerationPointer.class,
          2,
          CleanupPolicy.DELETE,
          Optional.empty(),
          "test",
          Map.of());

  @Test
  void shouldHoldOneBatchUntilItsTargetTakesItAndThenForwardAllOnce(TestCluster cluster)
      throws Exception {
    cluster.createTopics(2, SOURCE.name());
    Topics topics = new Topics("blocked", "g1", 2);
    cluster.createTopics(1, topics.deadLetters().name());
    cluster.produce(
        IntStream.range(0, RECORDS)
            .mapToObj(
                i ->
                    new ProducerRecord<>(
                        SOURCE.name(), "" + i, new GenerationPointer("g" + i, null, Instant.EPOCH)))
            .toList(),
        new AvroSerdes(cluster.clientConfig()).valueSerializer(GenerationPointer.class));
    Copying mapper = new Copying();
    TransactionalForwarder<GenerationPointer> sink =
        new TransactionalForwarder<>(settings(cluster, topics), mapper);
    Thread thread = new Thread(sink, "blocked-sink");
    thread.start();
    try {
      Await.until("three attempts in vain", () -> mapper.aborted, aborted -> aborted >= 3);
      assertThat(mapper.most).isLessThanOrEqualTo(BATCH);
      // An attempt that finds nothing to read yet says nothing of an outage.
      Await.until("the outage to be told", sink::waiting, Optional::isPresent);

      cluster.createTopics(2, TARGET);

      Await.until("all records", () -> targets(cluster).size(), size -> size >= RECORDS);
      assertThat(targets(cluster)).doesNotHaveDuplicates().hasSize(RECORDS);
      assertThat(mapper.most).isLessThanOrEqualTo(BATCH);
    } finally {
      sink.close();
      thread.join();
    }
  }

  private static ForwarderSettings<GenerationPointer> settings(TestCluster cluster, Topics topics) {
    Map<String, Object> clients = new HashMap<>(cluster.clientConfig());
    clients.put("request.timeout.ms", 1_000);
    clients.put("delivery.timeout.ms", 2_000);
    clients.put("max.block.ms", 3_000);
    return new ForwarderSettings<>(
        "blocked-sink", "0", SOURCE, topics.deadLetters(), "g1", BATCH, clients);
  }

  private static List<String> targets(TestCluster cluster) {
    return cluster.reader().records(TARGET, (topic, bytes) -> bytes).stream()
        .map(ConsumerRecord::key)
        .toList();
  }

  /** Copies, and counts what it holds between two ends of transactions. */
  private static final class Copying implements RecordMapper<GenerationPointer> {

    private int held;
    private volatile int most;
    private volatile int aborted;

    @Override
    public List<ProducerRecord<String, Object>> map(
        ConsumerRecord<String, GenerationPointer> record) {
      held++;
      most = Math.max(most, held);
      return List.of(new ProducerRecord<>(TARGET, record.key(), record.value()));
    }

    @Override
    public void committed() {
      held = 0;
    }

    @Override
    public void aborted() {
      held = 0;
      aborted++;
    }
  }
}
