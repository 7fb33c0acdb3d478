package org.tensiometer.app.process;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.operations.Brokers;
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

  private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

  private static final long PATIENCE_SECONDS = 30;

  /** Before anything is said of waiting. */
  private static final long QUIET_SECONDS = 3;

  private Preparation() {}

  /**
   * Creates the topics that are missing, once brokers and registry answer. Of a generation only
   * where it is at work: one that was dropped would be there again, and say nothing.
   *
   * @throws UserError if one of them does not, or a topic is there with other partitions
   */
  public static void ensureTopics(Settings settings, Routes routes) {
    List<TopicDescriptor<?>> topics = new ArrayList<>(settings.topics().all());
    AlertSink.outputs(settings.topics(), routes).stream()
        .filter(topic -> !topics.contains(topic))
        .forEach(topics::add);
    ensureTopics(settings, topics);
  }

  /** The same for these topics only. */
  public static void ensureTopics(Settings settings, List<TopicDescriptor<?>> topics) {
    ask(settings, admin -> new TopicCreator(admin).ensure(topics));
  }

  /**
   * Creates nothing.
   *
   * @param otherwise how one comes to be that is not there
   * @throws UserError as {@link #ensureTopics}, or if one of these topics is not there
   */
  public static void requireTopics(
      Settings settings, List<TopicDescriptor<?>> topics, String otherwise) {
    SortedSet<String> missing = ask(settings, admin -> new TopicCreator(admin).missing(topics));
    if (!missing.isEmpty()) {
      throw UserError.nothingRead(
          String.format(
              "there is no topic %s at %s; %s",
              missing.first(), settings.bootstrapServers(), otherwise));
    }
  }

  /**
   * Creates nothing.
   *
   * @throws UserError if brokers or registry do not answer
   */
  public static void requireAnswers(Settings settings) {
    ask(settings, admin -> null);
  }

  /** What the brokers answer, once they and the registry do. */
  private static <T> T ask(Settings settings, Function<Admin, T> question) {
    try (Admin admin = Admin.create(settings.clients())) {
      requireBrokers(admin, settings);
      requireRegistry(settings);
      return question.apply(admin);
    } catch (TopicMismatchException e) {
      throw UserError.environment(e.getMessage(), e);
    } catch (KafkaException e) {
      throw unreachable(settings, e);
    }
  }

  /**
   * The brokers, which answer.
   *
   * @throws UserError if they do not
   */
  public static Brokers brokers(Settings settings) {
    Brokers brokers = new Brokers(settings.clients());
    requireBrokers(brokers.admin(), settings);
    return brokers;
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

  /** The settings, with claims of its own if the generation was given any. */
  public static Settings withOwnClaims(Settings settings) {
    try (Brokers brokers = brokers(settings)) {
      String own = settings.topics().ownClaims().name();
      return brokers.topics(own).contains(own)
          ? settings.with(settings.topics().analysing())
          : settings;
    }
  }

  private static void requireBrokers(Admin admin, Settings settings) {
    KafkaFuture<?> answer = admin.describeCluster().nodes();
    try {
      try {
        answer.get(QUIET_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        LOG.warn("Kafka at {} does not answer yet", settings.bootstrapServers());
        answer.get(PATIENCE_SECONDS - QUIET_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      // An ordinary close would wait for the answer that does not come.
      admin.close(Duration.ZERO);
      throw unreachable(settings, e);
    } catch (InterruptedException e) {
      admin.close(Duration.ZERO);
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
    Throwable cause = fault instanceof ExecutionException ? fault.getCause() : fault;
    if (cause instanceof AuthorizationException || cause instanceof AuthenticationException) {
      return UserError.environment(
          "Kafka at "
              + settings.bootstrapServers()
              + " refuses this user ("
              + cause.getMessage()
              + "); docs/operations.md lists the rights of each part",
          fault);
    }
    String detail =
        fault instanceof TimeoutException
            ? "none within " + PATIENCE_SECONDS + " s"
            : cause.getMessage();
    return UserError.environment(
        "Kafka at "
            + settings.bootstrapServers()
            + " gives no answer ("
            + detail
            + "); is it running, and is --bootstrap-server right?",
        fault);
  }
}
