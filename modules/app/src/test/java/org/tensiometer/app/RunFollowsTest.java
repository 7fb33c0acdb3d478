package org.tensiometer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.testkit.Await;
import org.tensiometer.wire.topics.Topics;

class RunFollowsTest {

  private static final Pattern ADDRESSES =
      Pattern.compile("Kafka is at (\\S+), the schema registry at (\\S+);");

  @TempDir Path folder;

  @Test
  void shouldPublishWhatAGenerationSaysThatIsPromotedWhileEverythingRunsInOneProcess()
      throws Exception {
    // In another language, so that no model is loaded for it.
    Path article =
        Files.writeString(
            folder.resolve("article.txt"),
            "Die Regierung hat am Montag beschlossen, die Hilfe deutlich zu erh\u00f6hen.");
    StringWriter printed = new StringWriter();
    Thread run =
        new Thread(
            () ->
                execute(
                    printed,
                    "run",
                    "--data",
                    folder.resolve("data").toString(),
                    "--port",
                    "0",
                    "--registry-port",
                    "0",
                    "--view-port",
                    "0",
                    article.toString()),
            "run");
    run.start();
    try {
      MatchResult at =
          Await.until(
                  "the addresses",
                  () -> ADDRESSES.matcher(printed.toString()).results().findFirst(),
                  found -> found.isPresent() || !run.isAlive())
              .orElseThrow(() -> new AssertionError(printed.toString()));
      OpenAlerts alerts =
          new OpenAlerts(new Settings(at.group(1), at.group(2), Topics.withDefaults(), Map.of()));
      alerts.generation("g1", "CHN-JPN");
      Await.until("the first alert", alerts::live, Set.of("CHN-JPN")::equals);

      alerts.generation("g2", "KOR-PRK");
      StringWriter promoted = new StringWriter();
      assertThat(
              execute(
                  promoted,
                  "replay",
                  "promote",
                  "--force",
                  "--generation",
                  "g2",
                  "--bootstrap-server",
                  at.group(1),
                  "--schema-registry",
                  at.group(2)))
          .as(promoted::toString)
          .isZero();
      Await.until("the other alert alone", alerts::live, Set.of("KOR-PRK")::equals);
      Await.until(
          "the view to go over",
          printed::toString,
          text -> text.contains("Sinks and view go on with generation g2, the topology with g1."));
    } finally {
      run.interrupt();
      run.join();
    }
  }

  private static int execute(StringWriter printed, String... command) {
    PrintWriter writer = new PrintWriter(printed, true);
    return Tensiometer.execute(
        command, new Console(new ByteArrayInputStream(new byte[0]), writer, writer));
  }
}
