package org.tensiometer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tensiometer.wire.registry.HttpSchemaRegistryClient;

class TestClusterTest {

  private static final Schema WORD =
      SchemaBuilder.record("Word").fields().requiredString("text").endRecord();

  private static TestCluster cluster;

  @BeforeAll
  static void start() {
    cluster = TestCluster.start();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void shouldHaveEveryCommittedRecordAfterTheBrokerWasKilledAndNoneOfTheOpenTransaction()
      throws Exception {
    cluster.createTopics(2, "words");
    cluster.produce(records("committed", 200), new StringSerializer());
    int id = registryClient().register("words-value", WORD);

    try (KafkaProducer<String, String> open = transactionalProducer()) {
      open.initTransactions();
      open.beginTransaction();
      for (ProducerRecord<String, String> record : records("open", 50)) {
        Future<RecordMetadata> sent = open.send(record);
        sent.get();
      }
      cluster.killBroker();
      cluster.restartBroker();
      open.abortTransaction();
    }

    Map<String, String> last = cluster.lastRecords("words", new StringDeserializer());
    assertThat(last).hasSize(200).allSatisfy((k, v) -> assertThat(k).startsWith("committed"));
    assertThat(registryClient().schemaById(id)).isEqualTo(WORD);
    assertThat(registryClient().register("other-value", WORD)).isEqualTo(id);
  }

  @Test
  void shouldLetTheRegistryGoAndComeBackAtTheSameAddress() {
    int id = registryClient().register("kept-value", WORD);
    String url = cluster.registryUrl();
    cluster.stopRegistry();
    cluster.restartRegistry();
    assertThat(cluster.registryUrl()).isEqualTo(url);
    assertThat(registryClient().latest("kept-value").id()).isEqualTo(id);
  }

  @Test
  void shouldSayWhyABrokerProcessDidNotStart() {
    assertThatThrownBy(() -> BrokerProcess.start(cluster.dataFolder(), 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is in use by process");
  }

  private static List<ProducerRecord<String, String>> records(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new ProducerRecord<>("words", prefix + i, "value " + i))
        .toList();
  }

  private static KafkaProducer<String, String> transactionalProducer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            cluster.bootstrapServers(),
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            "open"),
        new StringSerializer(),
        new StringSerializer());
  }

  private static HttpSchemaRegistryClient registryClient() {
    return new HttpSchemaRegistryClient(cluster.clientConfig());
  }
}
