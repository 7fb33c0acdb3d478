package org.tensiometer.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.embedded.Loopback;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.wire.topics.Topics;

class PreparationTest {

  @Test
  void shouldSayWhichRegistryFailsAndHow() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(Loopback.HOST, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(500, -1);
          exchange.close();
        });
    server.start();
    try {
      String address = Loopback.HOST + ":" + server.getAddress().getPort();
      assertThatThrownBy(() -> Preparation.requireRegistry(settings("http://me:sesame@" + address)))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("the schema registry at http://" + address + " cannot be used (")
          .hasMessageContaining("500")
          .hasMessageEndingWith("is it running, and is --schema-registry right?")
          .extracting(fault -> ((UserError) fault).exitCode())
          .isEqualTo(UserError.ENVIRONMENT);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void shouldSayWhichKafkaGivesNoAnswer() {
    assertThatThrownBy(() -> Preparation.ensureTopics(settings("mock://none"), Routes.NONE))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Kafka at 127.0.0.1:1 gives no answer (")
        .hasMessageEndingWith("is --bootstrap-server right?");
  }

  @Test
  void shouldLetWhoeverWaitsForKafkaBeInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> Preparation.ensureTopics(settings("mock://none"), Routes.NONE))
          .hasRootCauseInstanceOf(InterruptedException.class);
    } finally {
      assertThat(Thread.interrupted()).as("still to be seen by who closes").isTrue();
    }
  }

  private static Settings settings(String registry) {
    return new Settings(
        "127.0.0.1:1",
        registry,
        Topics.withDefaults(),
        Map.of(
            "default.api.timeout.ms", "1000",
            "request.timeout.ms", "500",
            "max.retries", "0"));
  }
}
