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
import org.tensiometer.app.Settings;
import org.tensiometer.app.process.Closing;
import org.tensiometer.app.process.LivePipeline;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.benchmarks.AlertArrivals.Arrival;
import org.tensiometer.benchmarks.WorldNews.PairNews;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.coding.ClaimCoder;
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
    List<PairNews> outbreaks = news.outbreaks();
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
                  coder,
                  TensionConfig.defaults(),
                  Routes.NONE));
      pipeline.awaitRunning();
      tellTheTime(settings);
      AlertArrivals alerts = closing.add(new AlertArrivals(settings, settings.topics().alerts()));
      AlertArrivals live = closing.add(new AlertArrivals(settings, settings.topics().liveAlerts()));
      SteadySender sender = closing.add(new SteadySender(settings, ordinary, rate));
      sender.send(WARM_UP, List.of());
      Map<String, Instant> causes = sender.send(measured, outbreaks);
      awaitStragglers(live, causes);
      report(rate, sender, causes, alerts.first(), live.first());
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

  private static void awaitStragglers(AlertArrivals live, Map<String, Instant> causes)
      throws InterruptedException {
    Instant end = Instant.now().plus(STRAGGLERS);
    while (Instant.now().isBefore(end) && !live.first().keySet().containsAll(causes.keySet())) {
      Thread.sleep(100);
    }
  }

  private static void report(
      int rate,
      SteadySender sender,
      Map<String, Instant> causes,
      Map<String, Arrival> alerts,
      Map<String, Arrival> live) {
    System.out.printf(
        Locale.ROOT,
        "latency: %d claims a second wanted, %.0f sent, %d outbreaks, %d of them alerted (%s)%n",
        rate,
        sender.achievedRate(),
        causes.size(),
        causes.keySet().stream().filter(alerts::containsKey).count(),
        kinds(alerts));
    System.out.println("  milliseconds                           p50      p95      p99      max");
    print("claim record to alert record", Percentiles.between(causes, alerts, Arrival::written));
    print("claim record to live-alert record", Percentiles.between(causes, live, Arrival::written));
    print("claim record to subscriber", Percentiles.between(causes, live, Arrival::read));
  }

  private static Map<String, Integer> kinds(Map<String, Arrival> alerts) {
    Map<String, Integer> kinds = new TreeMap<>();
    alerts.values().forEach(alert -> kinds.merge(alert.kind().name(), 1, Integer::sum));
    return kinds;
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
