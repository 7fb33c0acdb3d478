package org.tensiometer.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import org.tensiometer.app.Analysis;
import org.tensiometer.app.Settings;
import org.tensiometer.app.process.Closing;
import org.tensiometer.app.process.LivePipeline;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.benchmarks.AlertArrivals.Arrival;
import org.tensiometer.benchmarks.WorldNews.PairNews;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.Tick;
import org.tensiometer.embedded.EmbeddedStack;
import org.tensiometer.embedded.Ports;
import org.tensiometer.ingest.IngestConnection;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.wire.topics.Topics;

/**
 * Time from the claim that makes a pair alarming to the alert, while ordinary news comes at a
 * steady rate: broker, registry, topology and sinks in one process, as {@code run} has them, with
 * the settings that are shipped.
 */
final class LatencyBenchmark {

  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration STRAGGLERS = Duration.ofSeconds(20);
  private static final int CALENDAR_DAYS = 200;

  private final WorldNews news;
  private final ClaimCoder coder;

  LatencyBenchmark(ClaimSplitter splitter, ClaimCoder coder) {
    this.news = new WorldNews(splitter);
    this.coder = coder;
  }

  /**
   * @param rate claims a second
   * @param measured how long outbreaks are reported, after a warm-up
   */
  void run(int rate, Duration measured) throws Exception {
    List<PairNews> ordinary = news.ordinary();
    List<PairNews> grave = news.grave();
    List<PairNews> tense = news.tense();
    Path folder = Files.createTempDirectory("tensiometer-latency");
    try (Closing closing = new Closing()) {
      EmbeddedStack stack = closing.add(EmbeddedStack.start(folder.resolve("broker"), Ports.FREE));
      Settings settings =
          new Settings(
              stack.bootstrapServers(), stack.registryUrl(), Topics.withDefaults(), Map.of());
      Preparation.ensureTopics(settings, Routes.NONE);
      LivePipeline pipeline =
          closing.add(
              LivePipeline.start(
                  settings,
                  folder.resolve("streams"),
                  Analysis.lazySplitter(line -> {}),
                  coder,
                  TensionConfig.defaults(),
                  Routes.NONE));
      pipeline.awaitRunning();
      tellTheTime(settings);
      AlertArrivals alerts = closing.add(new AlertArrivals(settings, settings.topics().alerts()));
      AlertArrivals live = closing.add(new AlertArrivals(settings, settings.topics().liveAlerts()));
      // Every article is a transaction, which one sender cannot make fast enough.
      SteadySender one = closing.add(new SteadySender("one", settings, ordinary, rate - rate / 2));
      SteadySender two = closing.add(new SteadySender("two", settings, ordinary, rate / 2));
      send(one, List.of(), two, List.of(), WARM_UP);
      Map<AlertKind, Map<String, Instant>> causes = send(one, grave, two, tense, measured);
      awaitStragglers(live, causes);
      System.out.printf(
          Locale.ROOT,
          "latency: %d claims a second wanted, %.0f sent%n",
          rate,
          one.achievedRate() + two.achievedRate());
      causes.forEach((kind, some) -> report(kind, some, alerts.first(kind), live.first(kind)));
    } finally {
      Folders.delete(folder);
    }
  }

  private static void tellTheTime(Settings settings) {
    try (IngestConnection connection =
        IngestConnection.open(settings.clients(), settings.topics(), "benchmark-clock")) {
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      connection.tell(new Tick(Instant.now(), ClockSource.WALL, today.minusDays(CALENDAR_DAYS)));
    }
  }

  private static Map<AlertKind, Map<String, Instant>> send(
      SteadySender one, List<PairNews> grave, SteadySender two, List<PairNews> tense, Duration time)
      throws Exception {
    FutureTask<Map<String, Instant>> other = new FutureTask<>(() -> two.send(time, tense));
    new Thread(other, "benchmark-sender-two").start();
    Map<String, Instant> flashes = one.send(time, grave);
    return new TreeMap<>(Map.of(AlertKind.FLASH, flashes, AlertKind.RAISE, other.get()));
  }

  private static void awaitStragglers(
      AlertArrivals live, Map<AlertKind, Map<String, Instant>> causes) throws InterruptedException {
    Instant end = Instant.now().plus(STRAGGLERS);
    while (Instant.now().isBefore(end) && !allArrived(live, causes)) {
      Thread.sleep(100);
    }
  }

  private static boolean allArrived(
      AlertArrivals live, Map<AlertKind, Map<String, Instant>> causes) {
    return causes.entrySet().stream()
        .allMatch(
            cause -> live.first(cause.getKey()).keySet().containsAll(cause.getValue().keySet()));
  }

  private static void report(
      AlertKind kind,
      Map<String, Instant> causes,
      Map<String, Arrival> alerts,
      Map<String, Arrival> live) {
    System.out.printf(
        Locale.ROOT,
        "%s, %d of %d, milliseconds%17s %8s %8s %8s%n",
        kind,
        causes.keySet().stream().filter(alerts::containsKey).count(),
        causes.size(),
        "p50",
        "p95",
        "p99",
        "max");
    print("claim record to alert record", Percentiles.between(causes, alerts, Arrival::written));
    print("claim record to live-alert record", Percentiles.between(causes, live, Arrival::written));
    print("claim record to subscriber", Percentiles.between(causes, live, Arrival::read));
  }

  private static void print(String what, Percentiles millis) {
    System.out.printf(
        Locale.ROOT,
        "  %-34s %8d %8d %8d %8d%n",
        what,
        millis.of(0.5),
        millis.of(0.95),
        millis.of(0.99),
        millis.of(1));
  }
}
