package org.tensiometer.app.process;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tensiometer.app.Console;
import org.tensiometer.app.Tensiometer;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.Tick;
import org.tensiometer.wire.registry.RegistryConfig;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;

/**
 * Loads what nearly every command loads before it does anything: the command line, Kafka's clients,
 * the serdes. The build runs it once and has the virtual machine write those classes down as they
 * are in memory (class data sharing, JEP 350), since reading and checking them takes a third of
 * what a short command takes.
 *
 * <p>No broker and no registry are needed: the addresses are of ports where nobody listens.
 */
public final class StartupClasses {

  private static final String NOBODY = "127.0.0.1:1";
  private static final Duration MOMENT = Duration.ofMillis(300);

  private StartupClasses() {}

  /** Takes no arguments and prints nothing. */
  public static void main(String[] args) throws InterruptedException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Tensiometer.commandLine(new Console(new ByteArrayInputStream(new byte[0]), nowhere, nowhere))
        .execute("config", "show");
    clients();
    serdes();
  }

  private static void clients() throws InterruptedException {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", NOBODY);
    try (Admin admin = Admin.create(config)) {
      admin.describeCluster().nodes().get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // Nobody is there.
    }
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) MOMENT.toMillis());
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) MOMENT.toMillis());
    try (Consumer<String, byte[]> consumer = TopicContents.consumer(config, "startup")) {
      TopicContents.read(consumer, "nothing", record -> {});
    } catch (KafkaException e) {
      // Nobody is there.
    }
    new KafkaProducer<>(
            Map.of("bootstrap.servers", NOBODY),
            new ByteArraySerializer(),
            new ByteArraySerializer())
        .close(Duration.ZERO);
  }

  private static void serdes() {
    Tick tick = new Tick(Instant.EPOCH, ClockSource.DATA, LocalDate.EPOCH);
    for (String registry : List.of("mock://startup", "http://" + NOBODY)) {
      AvroSerdes serdes =
          new AvroSerdes(Map.of(RegistryConfig.URL, registry, RegistryConfig.MAX_RETRIES, "0"));
      try {
        byte[] bytes = serdes.valueSerializer(Tick.class).serialize("startup", tick);
        serdes.valueDeserializer(Tick.class).deserialize("startup", bytes);
      } catch (KafkaException e) {
        // Nobody is there.
      }
    }
  }
}
