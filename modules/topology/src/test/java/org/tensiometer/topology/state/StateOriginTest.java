package org.tensiometer.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State that is kept between runs, and changelogs that come and go. */
class StateOriginTest {

  private final Map<String, String> brokers = new HashMap<>();

  @TempDir private Path application;
  private Path task;

  @BeforeEach
  void runOnce() throws IOException {
    StateOrigin first = origin();
    first.begin();
    task = Files.createDirectories(application.resolve("0_1"));
    brokers.put("days", "id-1");
    brokers.put("pairs", "id-2");
    first.end();
  }

  @Test
  void shouldKeepStateOfTheChangelogsThatAreThere() {
    origin().begin();
    origin().begin();
    assertThat(task).exists();
  }

  @Test
  void shouldKeepStateWhenAVersionHasOneStoreMore() {
    brokers.put("more", "id-3");
    origin().begin();
    assertThat(task).exists();
  }

  @Test
  void shouldThrowStateAwayWhenAChangelogWasMadeAgain() {
    brokers.put("pairs", "id-4");
    origin().begin();
    assertThat(task).doesNotExist();
  }

  @Test
  void shouldThrowStateAwayWhenTheChangelogsAreGone() {
    brokers.clear();
    origin().begin();
    assertThat(task).doesNotExist();
  }

  @Test
  void shouldKeepStateOfAVersionThatDidNotSayOfWhatItIs() throws IOException {
    Files.delete(application.resolve("changelogs"));
    origin().begin();
    assertThat(task).exists();
  }

  @Test
  void shouldRememberWhatItBeginsWith() throws IOException {
    brokers.put("pairs", "id-4");
    origin().begin();
    Files.createDirectories(task);
    origin().begin();
    assertThat(task).exists();
  }

  @Test
  void shouldEndAlthoughTheBrokersAreGone() {
    AtomicBoolean gone = new AtomicBoolean();
    StateOrigin origin =
        new StateOrigin(
            application.resolve("other"),
            patience -> {
              if (gone.get()) {
                throw new KafkaException("no answer");
              }
              return Map.of();
            });
    origin.begin();
    gone.set(true);
    origin.end();
    assertThat(application.resolve("other")).doesNotExist();
  }

  private StateOrigin origin() {
    return new StateOrigin(application, patience -> brokers);
  }
}
