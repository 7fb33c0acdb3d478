package org.tensiometer.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The claims command over the real engine and lexicon. */
class ClaimsCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void shouldCountOffsetsInCodePointsOfTheBodyAsGiven() throws IOException {
    String body = "\uD83D\uDE80 \u201CNews\u201D.\r\n\r\nFrance condemned Russia on Friday.\n";
    Path file = Files.writeString(folder.resolve("a.txt"), body);

    List<JsonNode> claims =
        claims("--published", "2024-06-21", "--format", "jsonl", file.toString());

    assertThat(claims).isNotEmpty();
    JsonNode claim = claims.get(0);
    assertThat(claim.get("source").get(0).get("country").asText()).isEqualTo("FRA");
    assertThat(words(body, claim.get("source").get(0))).isEqualTo("France");
    assertThat(words(body, claim.get("target").get(0))).isEqualTo("Russia");
    assertThat(words(body, claim.get("predicate"))).isEqualTo("condemned");
    assertThat(words(body, claim.get("sentence"))).isEqualTo("France condemned Russia on Friday.");
    assertThat(claim.get("event_date").get("start").asText()).isEqualTo("2024-06-21");
    assertThat(claim.get("reason").isNull()).isTrue();
  }

  @Test
  void shouldPrintArticlesInTheOrderOfTheInputUnderTheirGivenIds() throws IOException {
    StringBuilder lines = new StringBuilder();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ids.add("article-" + i);
      lines.append(
          "{\"id\": \"article-%d\", \"body\": \"France condemned Russia.\"}\n".formatted(i));
    }
    Path file = Files.writeString(folder.resolve("a.jsonl"), lines);

    List<String> printed =
        claims("--format", "jsonl", file.toString()).stream()
            .map(claim -> claim.get("article").asText())
            .distinct()
            .toList();

    assertThat(printed).isEqualTo(ids);
  }

  @Test
  void shouldPrintClaimsWithoutAnEventOnlyWhenAskedWhy() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.txt"), "The president of Chile read a long book.\n");

    assertThat(claims("--format", "jsonl", file.toString())).isEmpty();
    assertThat(claims("--why", "--format", "jsonl", file.toString()))
        .isNotEmpty()
        .allMatch(claim -> claim.get("event").isNull() && !claim.get("reason").isNull());
  }

  private static String words(String body, JsonNode span) {
    int start = body.offsetByCodePoints(0, span.get("start").asInt());
    return body.substring(start, body.offsetByCodePoints(0, span.get("end").asInt()));
  }

  private static List<JsonNode> claims(String... options) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> arguments = new ArrayList<>(List.of("claims"));
    arguments.addAll(List.of(options));
    int exitCode =
        Tensiometer.execute(
            arguments.toArray(String[]::new),
            new Console(
                new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err)));
    assertThat(exitCode).as(err.toString()).isZero();
    List<JsonNode> claims = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      claims.add(JSON.readTree(line));
    }
    return claims;
  }
}
