package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.embedded.Loopback;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

/** What the shipped processes answer about themselves, and how they end when they are asked to. */
class HealthIT {

  private static final Topics TOPICS = Topics.withDefaults();

  /** A process says nothing while it starts, however busy the machine is. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path folder;
  private final TestCluster cluster = TestCluster.start();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<ShippedProcess> processes = new ArrayList<>();

  @AfterEach
  void stop() {
    processes.forEach(ShippedProcess::close);
    cluster.close();
  }

  @Test
  void shouldSayWhatTheTopologyWaitsForAndBeReadyAgainByItself() throws Exception {
    int port = Loopback.freePort();
    ShippedProcess stream =
        start("stream", port, "stream", "--state-dir", folder.resolve("state").toString());
    awaitAnswer(port, "ready");

    cluster.killBroker();
    assertThat(awaitAnswer(port, "broker unreachable").statusCode()).isEqualTo(503);
    assertThat(get(port, "livez").statusCode()).isEqualTo(200);
    cluster.restartBroker();
    assertThat(awaitAnswer(port, "ready").statusCode()).isEqualTo(200);

    try (Admin admin = Admin.create(cluster.clientConfig())) {
      admin.deleteTopics(List.of(TOPICS.late().name())).all().get();
      assertThat(awaitAnswer(port, "topic " + TOPICS.late().name() + " is missing").statusCode())
          .isEqualTo(503);
      new TopicCreator(admin).ensure(List.of(TOPICS.late()));
    }
    awaitAnswer(port, "ready");

    assertThat(stream.terminate()).as(stream.printed()).isZero();
    assertThat(stream.printed())
        .contains("Stopping ...")
        .doesNotContain("not everything has ended");
  }

  @Test
  void shouldSayWhetherASinkWorksAndEndItInOrder() throws Exception {
    int port = Loopback.freePort();
    ShippedProcess sink = start("sink", port, "sink", "indicators");
    awaitAnswer(port, "ready");
    ShippedProcess clock = start("clock", "clock");
    ShippedProcess watch = start("watch", "watch");
    ShippedProcess view = start("view", "view", "--view-port", "0");
    ShippedProcess alerts = start("alerts", "sink", "alerts");
    endsWith(0, clock, "The clock goes");
    endsWith(0, watch, "Watching");
    endsWith(0, view, "Live view at");
    endsWith(0, alerts, "The sink works");

    cluster.killBroker();
    assertThat(awaitAnswer(port, "broker unreachable").statusCode()).isEqualTo(503);
    assertThat(get(port, "livez").statusCode()).isEqualTo(200);
    cluster.restartBroker();
    awaitAnswer(port, "ready");

    cluster.killBroker();
    awaitAnswer(port, "broker unreachable");
    assertThat(sink.terminate()).as(sink.printed()).isZero();
    assertThat(sink.printed()).contains("Stopping ...").doesNotContain("not everything has ended");
    processes.remove(sink);
    endWhileTheBrokerIsAway();
  }

  /** What has no end of its own was asked to end, and has; a job is not done, and says so. */
  private void endWhileTheBrokerIsAway() throws Exception {
    Path article = Files.writeString(folder.resolve("article.txt"), "Norway thanked Belarus.");
    String state = folder.resolve("away").toString();
    ShippedProcess stream = start("away-stream", "stream", "--state-dir", state);
    ShippedProcess clock = start("away-clock", "clock");
    ShippedProcess watch = start("away-watch", "watch");
    ShippedProcess ingest = start("away-ingest", "ingest", article.toString());
    ShippedProcess replay = start("away-replay", "replay", "start", "--generation", "g2");
    endsWith(0, stream, "does not answer yet");
    endsWith(0, clock, "does not answer yet");
    endsWith(0, watch, "does not answer yet");
    endsWith(130, ingest, "does not answer yet");
    endsWith(130, replay, "does not answer yet");
  }

  private void endsWith(int exitCode, ShippedProcess process, String once) throws Exception {
    Await.until("it to say: " + once, process::printed, text -> text.contains(once), PATIENCE);
    assertThat(process.terminate()).as(process.printed()).isEqualTo(exitCode);
    processes.remove(process);
  }

  private ShippedProcess start(String name, int port, String... command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--metrics-port", Integer.toString(port)));
    return start(name, arguments.toArray(String[]::new));
  }

  private ShippedProcess start(String name, String... command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(
        List.of(
            "--bootstrap-server",
            cluster.bootstrapServers(),
            "--schema-registry",
            cluster.registryUrl()));
    ShippedProcess process =
        ShippedProcess.start(folder.resolve(name + ".log"), arguments.toArray(String[]::new));
    processes.add(process);
    return process;
  }

  private HttpResponse<String> awaitAnswer(int port, String start) {
    return Await.until(
            "/readyz to say: " + start,
            () -> answer(port),
            answer -> answer.filter(said -> said.body().startsWith(start)).isPresent(),
            PATIENCE)
        .orElseThrow();
  }

  /** Empty while nobody listens. */
  private Optional<HttpResponse<String>> answer(int port) throws IOException {
    for (ShippedProcess process : processes) {
      if (!process.isAlive()) {
        throw new AssertionError("It has ended:\n" + process.printed());
      }
    }
    try {
      return Optional.of(get(port, "readyz"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private HttpResponse<String> get(int port, String path) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
