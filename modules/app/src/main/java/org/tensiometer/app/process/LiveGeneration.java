package org.tensiometer.app.process;

import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.tensiometer.app.Settings;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.wire.generations.Generations;

/** Which generation is live, for those who follow it; only reads. */
public final class LiveGeneration {

  private static final String PATIENCE_MILLIS = "10000";
  private static final long LOOK_MILLIS = 500;
  private static final int LOOKS_AT_HEALTH = 6;

  private LiveGeneration() {}

  /** The settings with the live generation; as they are if none was set yet. */
  public static Settings of(Settings settings) {
    Map<String, Object> clients = settings.clients();
    clients.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    clients.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new Generations(clients, settings.topics().generations(), Clock.systemUTC())
        .live()
        .map(GenerationPointer::getGeneration)
        .map(settings::ofGeneration)
        .orElse(settings);
  }

  /** The same; as they are also while the brokers do not answer. */
  public static Settings ofOrNone(Settings settings) {
    try {
      return of(settings);
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      return settings;
    }
  }

  /**
   * Returns when another generation than this has become live.
   *
   * @param checkHealth throws when waiting is in vain
   */
  public static void awaitPromotion(Settings live, Runnable checkHealth)
      throws InterruptedException {
    do {
      for (int look = 0; look < LOOKS_AT_HEALTH; look++) {
        Thread.sleep(LOOK_MILLIS);
        checkHealth.run();
      }
    } while (isLive(live));
  }

  /**
   * Goes over to each generation that becomes live, until it is interrupted.
   *
   * @param live the one to begin with
   * @param checkHealth throws when waiting is in vain
   */
  public static void follow(Settings live, Runnable checkHealth, Consumer<Settings> goOver)
      throws InterruptedException {
    Settings now = live;
    while (true) {
      awaitPromotion(now, checkHealth);
      now = of(now);
      goOver.accept(now);
    }
  }

  /** A broker that does not answer has promoted nothing that could be followed. */
  private static boolean isLive(Settings settings) {
    return ofOrNone(settings).topics().generation().equals(settings.topics().generation());
  }
}
