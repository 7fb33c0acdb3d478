package org.tensiometer.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.wire.registry.CompatibilityLevel;
import org.tensiometer.wire.registry.HttpSchemaRegistryClient;

class EmbeddedStackTest {

  private static final TopicPartition WORDS = new TopicPartition("words", 0);
  private static final Schema FIRST =
      SchemaBuilder.record("Word").fields().requiredString("text").endRecord();
  private static final Schema SECOND =
      SchemaBuilder.record("Word")
          .fields()
          .requiredString("text")
          .optionalString("language")
          .endRecord();

  @Test
  void shouldKeepRecordsAndSchemaIdsOverARestartOnOtherPorts(@TempDir Path folder)
      throws Exception {
    Ports before;
    int firstId;
    int secondId;
    try (EmbeddedStack stack = EmbeddedStack.start(folder, Ports.FREE)) {
      before = stack.ports();
      writeInTransaction(stack.bootstrapServers());
      HttpSchemaRegistryClient client = client(stack);
      firstId = client.register("words-value", FIRST);
      secondId = client.register("words-value", SECOND);
      client.setCompatibility("words-value", CompatibilityLevel.FULL);
    }
    int kafkaPort = otherThan(before);
    try (EmbeddedStack stack = EmbeddedStack.start(folder, new Ports(kafkaPort, 0))) {
      assertThat(stack.ports().kafka()).isEqualTo(kafkaPort).isNotEqualTo(before.kafka());
      assertThat(committedWords(stack.bootstrapServers())).containsExactly("war", "peace");
      HttpSchemaRegistryClient client = client(stack);
      assertThat(client.schemaById(firstId)).isEqualTo(FIRST);
      assertThat(client.register("words-value", SECOND)).isEqualTo(secondId);
      assertThat(client.versions("words-value")).containsExactly(1, 2);
      assertThat(client.compatibility("words-value")).contains(CompatibilityLevel.FULL);
      assertThat(client.compatibility()).isEqualTo(CompatibilityLevel.BACKWARD_TRANSITIVE);
    }
  }

  @Test
  void shouldSayWhoHasTheDataFolderWhenASecondStackWantsIt(@TempDir Path folder) {
    try (EmbeddedStack stack = EmbeddedStack.start(folder, Ports.FREE)) {
      assertThat(stack.failure()).isNotDone();
      assertThatThrownBy(() -> EmbeddedStack.start(folder, Ports.FREE))
          .isInstanceOf(EmbeddedStartException.class)
          .hasMessage(
              "Data folder %s is in use by process %d; stop it or choose another data folder",
              folder.toAbsolutePath(), ProcessHandle.current().pid());
    }
  }

  private static int otherThan(Ports before) {
    int port = Loopback.freePort();
    return port == before.kafka() ? Loopback.freePort() : port;
  }

  private static HttpSchemaRegistryClient client(EmbeddedStack stack) {
    return new HttpSchemaRegistryClient(Map.of("schema.registry.url", stack.registryUrl()));
  }

  // Log: war, (rumour, aborted), peace
  private static void writeInTransaction(String bootstrapServers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin
          .createTopics(List.of(new NewTopic(WORDS.topic(), Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "writer");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      for (String word : List.of("war", "rumour", "peace")) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(WORDS.topic(), word, word));
        if (word.equals("rumour")) {
          producer.flush();
          producer.abortTransaction();
        } else {
          producer.commitTransaction();
        }
      }
    }
  }

  private static List<String> committedWords(String bootstrapServers) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(WORDS));
      List<String> words = new java.util.ArrayList<>();
      long end = endOfAllRecords(bootstrapServers);
      while (consumer.position(WORDS) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> words.add(record.value()));
      }
      return words;
    }
  }

  private static long endOfAllRecords(String bootstrapServers) {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      return consumer.endOffsets(List.of(WORDS)).get(WORDS);
    }
  }
}
