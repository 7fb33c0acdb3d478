package org.tensiometer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensiometer.metrics.Health.Report;

class MetricsEndpointTest {

  private volatile Report ready = Report.bad("restoring 43 %");
  private final MetricsEndpoint endpoint =
      MetricsEndpoint.start("127.0.0.1", 0, Health.of(List.of(new FixedHealth(), new Changing())));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void shouldSayWhyItIsNotReadyUntilItIs() {
    assertThat(get("livez").statusCode()).isEqualTo(200);
    assertThat(get("readyz").statusCode()).isEqualTo(503);
    assertThat(get("readyz").body()).isEqualTo("restoring 43 %\n");

    ready = Report.good("ready");

    assertThat(get("readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldAnswerWhileSomebodyElseWaitsForItsMeters() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(2);
    CountDownLatch answer = new CountDownLatch(1);
    endpoint
        .registry()
        .gauge(
            "slow",
            answer,
            latch -> {
              asked.countDown();
              awaitOf(latch);
              return 1;
            });
    Thread first = new Thread(() -> get("metrics"));
    Thread second = new Thread(() -> get("metrics"));
    first.start();
    second.start();
    asked.await();

    assertThat(get("livez").statusCode()).isEqualTo(200);

    answer.countDown();
    first.join();
    second.join();
  }

  @Test
  void shouldAnswerWhileSomebodyElseHasNotAskedInFull() throws IOException {
    URI address = URI.create(endpoint.url());
    try (Socket one = half(address);
        Socket two = half(address)) {
      assertThat(one.isConnected() && two.isConnected()).isTrue();
      assertThat(get("livez").statusCode()).isEqualTo(200);
    }
  }

  private static Socket half(URI address) throws IOException {
    Socket socket = new Socket(InetAddress.getByName(address.getHost()), address.getPort());
    socket
        .getOutputStream()
        .write("GET /livez HT".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  private HttpResponse<String> get(String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(endpoint.url()).resolve("/" + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitOf(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Changing implements Health {

    @Override
    public Report live() {
      return Report.good("running");
    }

    @Override
    public Report ready() {
      return ready;
    }
  }
}
