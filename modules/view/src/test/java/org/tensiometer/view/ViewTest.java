package org.tensiometer.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(SharedCluster.class)
class ViewTest {

  private static final String HOST = View.DEFAULT_HOST;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Nothing is there at first; then everything comes, another generation too. */
  @Test
  void shouldWaitForItsTopicsAndThenShowWhatIsInThem(TestCluster cluster) throws Exception {
    Topics topics = new Topics("viewwaits", "g1", 2);
    try (View view = View.start(HOST, 0, cluster.clientConfig(), topics)) {
      JsonNode waiting =
          Await.until("its word", () -> get(view, "api/status"), n -> says(n, "for"));
      assertThat(waiting.get("phase").asText()).isEqualTo("WAITING");
      assertThat(waiting.get("message").asText())
          .contains("viewwaits.live-alerts", "viewwaits.g1.coded-claims", "create them");
      assertThat(status(view, "readyz")).isEqualTo(503);
      try (Admin admin = Admin.create(cluster.clientConfig())) {
        assertThat(admin.listTopics().names().get()).noneMatch(t -> t.startsWith("viewwaits"));
      }

      create(cluster, topics);
      String series = topics.indicatorsSeries().name();
      send(cluster, series, "CHN-JPN#2024-06-20", indicator("2024-06-20"));
      send(cluster, series, "CHN-JPN#2024-06-21", indicator("2024-06-21"));
      send(cluster, series, "CHN-JPN#2024-06-22", indicator("2024-06-22"));
      send(cluster, series, "CHN-JPN#2024-06-22", null);
      send(cluster, topics.indicatorsLatest().name(), "CHN-JPN", indicator("2024-06-21"));
      send(cluster, topics.codedClaims().name(), "c1", Records.claim("c1", "2024-06-21").build());
      awaitLive(view);
      Await.until(
          "claim", () -> get(view, "api/pairs/CHN-JPN/days/2024-06-21"), n -> claims(n) == 1);
      JsonNode pair = get(view, "api/pairs/JPN-CHN");
      assertThat(pair.get("a").get("name").asText()).isEqualTo("China");
      assertThat(pair.get("series")).hasSize(2);
      assertThat(pair.get("claimsByDay").get("2024-06-21").asInt()).isEqualTo(1);
      assertThat(get(view, "api/pairs").get("pairs").get(0).get("spark")).hasSize(60);

      Topics promoted = new Topics("viewwaits", "g2", 2);
      create(cluster, promoted);
      send(cluster, promoted.codedClaims().name(), "c2", Records.claim("c2", "2024-06-21").build());
      send(cluster, promoted.codedClaims().name(), "c3", Records.claim("c3", "2024-06-21").build());
      GenerationPointer pointer = new GenerationPointer("g2", "g1", java.time.Instant.EPOCH);
      send(cluster, topics.generations().name(), "live", pointer);
      Await.until("g2", () -> get(view, "api/pairs/CHN-JPN/days/2024-06-21"), n -> claims(n) == 2);
    }
  }

  /** A browser hears a1, goes away, misses a2, and is told of a2 alone by a view started anew. */
  @Test
  void shouldTellAReaderWhoComesBackWhatItMissed(TestCluster cluster) throws Exception {
    Topics topics = new Topics("viewresumes", "g1", 2);
    create(cluster, topics);
    String last;
    try (View view = View.start(HOST, 0, cluster.clientConfig(), topics)) {
      awaitLive(view);
      try (Events events = Events.open(view, null)) {
        assertThat(events.next("reset")).contains("data: {}");
        send(cluster, topics.liveAlerts().name(), "a1", Records.alert("a1", "CHN-JPN", 2));
        String event = events.next("alert");
        assertThat(event).contains("\"alertId\":\"a1\"", "\"tier\":2", "Japan");
        last =
            event.lines().filter(l -> l.startsWith("id: ")).findFirst().orElseThrow().substring(4);
      }
      send(cluster, topics.liveAlerts().name(), "a2", Records.alert("a2", "CHN-JPN", 1));
    }
    try (View view = View.start(HOST, 0, cluster.clientConfig(), topics);
        Events events = Events.open(view, last)) {
      assertThat(events.next("alert")).contains("\"alertId\":\"a2\"");
      send(cluster, topics.liveAlerts().name(), "a1", null);
      assertThat(events.next("alert")).contains("\"alertId\":\"a1\"", "\"over\":true");
      assertThat(get(view, "api/alerts").get("alerts")).hasSize(1);
    }
  }

  /** Forty clients ask for a stream and read nothing. */
  @Test
  void shouldNotBeHeldUpByClientsThatAreSlow(TestCluster cluster) throws Exception {
    Topics topics = new Topics("viewslow", "g1", 1);
    create(cluster, topics);
    List<Socket> slow = new ArrayList<>();
    try (View view = View.start(HOST, 0, cluster.clientConfig(), topics)) {
      awaitLive(view);
      for (int i = 0; i < 40; i++) {
        slow.add(ask(view, "GET /api/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
      }
      try (Events events = Events.open(view, null)) {
        events.next("reset");
        List<ProducerRecord<String, SpecificRecord>> many = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
          many.add(
              new ProducerRecord<>(
                  topics.liveAlerts().name(), "a" + i, Records.alert("a" + i, "CHN-JPN", 1)));
        }
        cluster.produce(
            many, new AvroSerdes(cluster.clientConfig()).valueSerializer(SpecificRecord.class));
        Await.until("all", () -> get(view, "api/alerts").get("alerts").size(), n -> n == 2_000);
        assertThat(events.next("alert")).contains("\"alertId\":\"a0\"");
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void shouldSayWhatIsWrongWithARequest(TestCluster cluster) throws Exception {
    Topics topics = new Topics("viewasks", "g1", 1);
    create(cluster, topics);
    try (View view = View.start(HOST, 0, cluster.clientConfig(), topics)) {
      assertThat(get(view, "api/pairs/KOR").get("error").asText()).contains("for instance KOR-RUS");
      assertThat(get(view, "api/pairs/KOR-RUS").get("error").asText())
          .isEqualTo("There is no indicator of KOR-RUS yet.");
      assertThat(get(view, "api/pairs/KOR-RUS/days/friday").get("error").asText())
          .isEqualTo("A day is a date such as 2019-02-26, not \"friday\"");
      assertThat(get(view, "api/nothing").get("error").asText()).contains("/api/pairs");
      assertThat(status(view, "..%2f..%2fetc/passwd")).isEqualTo(404);
      HttpResponse<String> post =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(view.url() + "api/pairs"))
                  .POST(HttpRequest.BodyPublishers.ofString("{}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(post.statusCode()).isEqualTo(405);
      try (Socket socket = ask(view, "GET / HTTP/1.1\r\nHost: rebound.example\r\n\r\n")) {
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
            .isEqualTo("HTTP/1.1 421");
      }
    }
  }

  @Test
  void shouldLetNothingOfOthersIntoThePage(TestCluster cluster) throws Exception {
    Topics topics = new Topics("viewguards", "g1", 1);
    try (View view = View.start(HOST, 0, cluster.clientConfig(), topics)) {
      HttpResponse<String> page = response(view, "");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'; script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(page.headers().map())
          .containsEntry("X-Content-Type-Options", List.of("nosniff"))
          .containsEntry("Referrer-Policy", List.of("no-referrer"));
      assertThat(page.body()).doesNotContain("https://", "<style", "onclick");
      String etag = page.headers().firstValue("ETag").orElseThrow();
      HttpRequest again =
          HttpRequest.newBuilder(URI.create(view.url())).header("If-None-Match", etag).build();
      assertThat(HTTP.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(304);
    }
  }

  @Test
  void shouldNameThePortThatIsTaken(TestCluster cluster) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(
              () -> View.start(HOST, port, cluster.clientConfig(), new Topics("viewport", "g1", 1)))
          .isInstanceOf(ViewPortTakenException.class)
          .hasMessageContaining("port " + port + " of 127.0.0.1")
          .hasMessageContaining("choose another port");
    }
  }

  @Test
  void shouldSayThatKafkaGivesNoAnswer() throws Exception {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    Map<String, Object> nowhere =
        Map.of(
            "bootstrap.servers", HOST + ':' + nobody, "schema.registry.url", "http://127.0.0.1:9");
    try (View view = View.start(HOST, 0, nowhere, new Topics("viewalone", "g1", 1))) {
      Await.until("its word", () -> get(view, "api/status"), n -> says(n, "gives no answer"));
    }
  }

  private static org.tensiometer.contracts.TensionIndicator indicator(String day) {
    return Records.indicator("CHN-JPN", day, 1.5);
  }

  private static boolean says(JsonNode status, String words) {
    return status.get("message").asText().contains(words);
  }

  private static int claims(JsonNode day) {
    return day.get("claims").size();
  }

  private static void create(TestCluster cluster, Topics topics) {
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(topics.all());
    }
  }

  private static void send(TestCluster cluster, String topic, String key, SpecificRecord value) {
    cluster.produce(
        List.of(new ProducerRecord<>(topic, key, value)),
        new AvroSerdes(cluster.clientConfig()).valueSerializer(SpecificRecord.class));
  }

  private static void awaitLive(View view) {
    Await.until(
        "the view", () -> get(view, "api/status"), n -> n.get("phase").asText().equals("LIVE"));
  }

  private static JsonNode get(View view, String path) throws Exception {
    return JSON.readTree(response(view, path).body());
  }

  private static int status(View view, String path) throws Exception {
    return response(view, path).statusCode();
  }

  private static HttpResponse<String> response(View view, String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(view.url() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Socket ask(View view, String request) throws Exception {
    URI address = URI.create(view.url());
    Socket socket = new Socket(address.getHost(), address.getPort());
    OutputStream out = socket.getOutputStream();
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  /** The stream of events as a browser reads it. */
  private record Events(InputStream in) implements AutoCloseable {

    static Events open(View view, String lastEventId) throws Exception {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(view.url() + "api/events"));
      if (lastEventId != null) {
        request.header("Last-Event-ID", lastEventId);
      }
      return new Events(
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body());
    }

    /** The next event of this name, passing over others. */
    String next(String name) throws Exception {
      StringBuilder event = new StringBuilder();
      while (true) {
        int c = in.read();
        if (c < 0) {
          throw new AssertionError("The stream ended; last: " + event);
        }
        event.append((char) c);
        if (event.toString().endsWith("\n\n")) {
          if (event.toString().contains("event: " + name + '\n')) {
            return event.toString();
          }
          event.setLength(0);
        }
      }
    }

    @Override
    public void close() throws Exception {
      in.close();
    }
  }
}
