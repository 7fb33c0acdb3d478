package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a process prints for those who collect logs, also when its input pretends to be a log. */
@ExtendWith(PublishedFeed.class)
class LogFormatIT {

  private static final String FORGED = "25:00:00 ERROR org.tensiometer: all is lost";

  @TempDir private Path folder;

  @Test
  void shouldPrintOneObjectALineWhenJsonIsAskedFor() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : ingest("--log-format", "json")) {
      lines.add(new ObjectMapper().readTree(line));
    }
    assertThat(lines)
        .hasSizeGreaterThan(2)
        .allSatisfy(
            line -> {
              assertThat(line.get("timestamp").isNumber()).isTrue();
              assertThat(line.get("level").asText()).isIn("INFO", "WARN", "ERROR");
              assertThat(line.get("formattedMessage").isTextual()).isTrue();
            })
        .anySatisfy(
            line -> assertThat(line.get("formattedMessage").asText()).contains("articles.jsonl:1"));
  }

  @Test
  void shouldPrintAsAnObjectWhatEndsACommandToo() throws Exception {
    List<String> lines = run(folder.resolve("none.jsonl"), "--log-format", "json");
    JsonNode last = new ObjectMapper().readTree(lines.get(lines.size() - 1));
    assertThat(last.get("level").asText()).isEqualTo("ERROR");
    assertThat(last.get("formattedMessage").asText()).startsWith("tensiometer: ");
  }

  @Test
  void shouldLetNoTextOfAnArticleLookLikeALineOfTheLog() throws Exception {
    assertThat(ingest())
        .anyMatch(line -> line.contains("articles.jsonl:1"))
        .noneMatch(line -> line.startsWith("25:00:00"))
        .noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void shouldRefuseAFormThatIsNone() throws Exception {
    assertThat(ingest("--log-format", "xml"))
        .singleElement()
        .asString()
        .contains("xml", "text and json");
  }

  /** Takes in a file of which no line is an article, and returns what was printed. */
  private List<String> ingest(String... options) throws IOException, InterruptedException {
    Path articles = folder.resolve("articles.jsonl");
    String forged = new ObjectMapper().writeValueAsString("yesterday\n" + FORGED + "\u001b[31m");
    Files.writeString(
        articles,
        """
        {"id": "a", "title": "t", "published": %s, "body": "France thanked Germany."}
        {"id": %s, "published": "3024-01-01", "body": "France thanked Germany."}
        {"id":
        """
            .formatted(forged, forged));
    return run(articles, options);
  }

  private List<String> run(Path articles, String... options)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "ingest",
                "--bootstrap-server",
                PublishedFeed.stack().bootstrapServers(),
                "--schema-registry",
                PublishedFeed.stack().registryUrl(),
                articles.toString()));
    arguments.addAll(List.of(options));
    try (ShippedProcess process =
        ShippedProcess.start(folder.resolve("ingest.log"), arguments.toArray(String[]::new))) {
      process.awaitEnd();
      return process.printed().lines().toList();
    }
  }
}
