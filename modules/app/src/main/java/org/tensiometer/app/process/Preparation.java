package org.tensiometer.app.process;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.sink.alerts.AlertSink;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.wire.generations.Generations;
import org.tensiometer.wire.registry.RegistryConfig;
import org.tensiometer.wire.registry.RegistryException;
import org.tensiometer.wire.registry.RegistryUnavailableException;
import org.tensiometer.wire.registry.SchemaRegistryClients;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.TopicMismatchException;

/** Makes sure that brokers and registry can be reached and the topics are there. */
public final class Preparation {

  private static final long PATIENCE_SECONDS = 15;

  private Preparation() {}

  /**
   * Creates the topics that are missing, once brokers and registry answer.
   *
   * @throws UserError if one of them does not, or a topic is there with other partitions
   */
  public static void ensureTopics(Settings settings, Routes routes) {
    try (Admin admin = Admin.create(settings.clients())) {
      requireBrokers(admin, settings);
      List<TopicDescriptor<?>> topics = new ArrayList<>(settings.topics().all());
      AlertSink.outputs(settings.topics(), routes).stream()
          .filter(topic -> !topics.contains(topic))
          .forEach(topics::add);
      requireRegistry(settings);
      new TopicCreator(admin).ensure(topics);
    } catch (TopicMismatchException e) {
      throw UserError.environment(e.getMessage(), e);
    } catch (KafkaException e) {
      throw unreachable(settings, e);
    }
  }

  /**
   * The settings with the live generation, which is the one of these settings if none was set yet.
   * The topics must be there.
   */
  public static Settings live(Settings settings) {
    Generations generations =
        new Generations(settings.clients(), settings.topics().generations(), Clock.systemUTC());
    return settings.ofGeneration(
        generations.liveOrFirst(settings.topics().generation()).getGeneration());
  }

  /** The live generation; empty if none was set yet. Creates what all generations share. */
  public static Optional<String> liveGeneration(Settings settings) {
    try (Admin admin = Admin.create(settings.clients())) {
      requireBrokers(admin, settings);
      requireRegistry(settings);
      new TopicCreator(admin).ensure(settings.topics().shared());
    } catch (TopicMismatchException e) {
      throw UserError.environment(e.getMessage(), e);
    } catch (KafkaException e) {
      throw unreachable(settings, e);
    }
    return new Generations(settings.clients(), settings.topics().generations(), Clock.systemUTC())
        .live()
        .map(GenerationPointer::getGeneration);
  }

  private static void requireBrokers(Admin admin, Settings settings) {
    try {
      admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // An ordinary close would wait for the answer that does not come.
      admin.close(Duration.ZERO);
      throw unreachable(settings, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UserError.environment("interrupted", e);
    }
  }

  /** Later outages are waited for; one at the start is more likely a wrong address. */
  static void requireRegistry(Settings settings) {
    Map<String, Object> impatient = new HashMap<>(settings.clients());
    impatient.putIfAbsent(RegistryConfig.MAX_RETRIES, "1");
    try {
      SchemaRegistryClients.create(impatient).subjects();
    } catch (RegistryUnavailableException | RegistryException e) {
      throw UserError.environment(
          "the schema registry at "
              + settings.registryUrl().replaceAll("://[^/@\\s]+@", "://")
              + " cannot be used ("
              + e.getMessage()
              + "); is it running, and is --schema-registry right?",
          e);
    }
  }

  private static UserError unreachable(Settings settings, Exception fault) {
    String detail =
        fault instanceof TimeoutException
            ? "none within " + PATIENCE_SECONDS + " s"
            : (fault instanceof ExecutionException ? fault.getCause() : fault).getMessage();
    return UserError.environment(
        "Kafka at "
            + settings.bootstrapServers()
            + " gives no answer ("
            + detail
            + "); is it running, and is --bootstrap-server right?",
        fault);
  }
}
