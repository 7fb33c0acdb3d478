package org.tensiometer.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.embedded.EmbeddedStack;
import org.tensiometer.embedded.Ports;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/**
 * A cluster that the shipped jar has published a feed to, started once in a JVM for all classes
 * that ask for it: a broker and a registry, with no part of ours at work on them.
 */
public class PublishedFeed implements BeforeAllCallback {

  /** A pair that has an alert in it. */
  public static final String PAIR = "ARM-AZE";

  private static final int DAYS = 6;

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(PublishedFeed.class);

  private static EmbeddedStack stack;

  /** That of the class that is executed. */
  public static EmbeddedStack stack() {
    return stack;
  }

  /** The same for a class that changes what is there. */
  public static final class OfItsOwn extends PublishedFeed {

    // Another name: a store asks those around it first.
    @Override
    ExtensionContext.Store store(ExtensionContext context) {
      return context.getStore(ExtensionContext.Namespace.create(OfItsOwn.class));
    }
  }

  ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
  }

  @Override
  public final void beforeAll(ExtensionContext context) {
    stack =
        store(context)
            .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class)
            .stack;
  }

  /** The first claim event, as if nobody had been able to read it. */
  static void refuseARecord(String bootstrapServers, String registryUrl) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrapServers, "schema.registry.url", registryUrl);
    Topics topics = Topics.withDefaults();
    byte[] poison = {1, 2, 3};
    DeadLetter letter =
        DeadLetters.of(
            new ConsumerRecord<>(topics.claims().name(), 0, 0, poison, poison),
            "claims",
            topics.generation(),
            DeadLetters.UNDECODABLE,
            new IllegalArgumentException("no record of ours"));
    try (KafkaProducer<byte[], DeadLetter> producer =
        new KafkaProducer<>(
            config,
            new ByteArraySerializer(),
            new AvroSerdes(config).valueSerializer(DeadLetter.class))) {
      producer.send(new ProducerRecord<>(topics.deadLetters().name(), poison, letter));
    }
  }

  private static final class Running implements AutoCloseable {

    private final Path folder;
    private final EmbeddedStack stack;

    Running() {
      try {
        folder = Files.createTempDirectory("published-feed");
        Path feed = folder.resolve("feed.jsonl");
        Feed.write(feed, DAYS);
        Path data = folder.resolve("data");
        try (ShippedProcess process =
            ShippedProcess.start(
                folder.resolve("run.log"),
                "run",
                "--once",
                "--data",
                data.toString(),
                feed.toString())) {
          int code = process.awaitEnd();
          if (code != 0 || !process.printed().contains(PAIR)) {
            throw new AssertionError("exit code " + code + "\n" + process.printed());
          }
        }
        stack = EmbeddedStack.start(data, Ports.FREE);
        refuseARecord(stack.bootstrapServers(), stack.registryUrl());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws IOException {
      stack.close();
      Utils.delete(folder.toFile());
    }
  }
}
