package org.tensiometer.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tensiometer.ingest.source.Inputs.onlyArticle;
import static org.tensiometer.ingest.source.Inputs.read;
import static org.tensiometer.ingest.source.Inputs.shown;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensiometer.contracts.PublishedPrecision;

class ArticleReaderTest {

  @TempDir Path folder;

  @Test
  void shouldKeepTheTextOfAPlainFileExactlyAsGiven() throws IOException {
    String body = "  First line.\r\n\r\nSecond, with \uD83D\uDE80 and “quotes”.\n\n";
    Path file = write("a.txt", body);

    ArticleInput article = onlyArticle(read(file));

    assertThat(article.body()).isEqualTo(body);
    assertThat(article.origin()).isEqualTo("a.txt");
    assertThat(article.published()).isEqualTo(Published.UNKNOWN);
    assertThat(article.id()).isNull();
  }

  @Test
  void shouldReadEveryFieldOfAJsonArticle() throws IOException {
    Path file =
        write(
            "a.json",
            """
            {"id": "x-1", "url": "https://news.example/1", "outlet": "Example News",
             "published": "2024-06-21", "updated": "2024-06-21T09:00:00Z",
             "title": "A title", "body": "A body.", "section": {"name": "world"}}
            """);

    assertThat(onlyArticle(read(file)))
        .isEqualTo(
            new ArticleInput(
                "x-1",
                "https://news.example/1",
                "Example News",
                "A title",
                "A body.",
                Published.parse("2024-06-21"),
                Instant.parse("2024-06-21T09:00:00Z"),
                "en",
                "a.json:1"));
  }

  @Test
  void shouldReadAnArrayOfArticlesAndNameTheLineOfEach() throws IOException {
    Path file =
        write("a.json", "[\n{\"body\": \"One.\"},\n{\"body\": \"\"},\n{\"text\": \"Two.\"}\n]");

    assertThat(read(file))
        .extracting(Inputs::shown)
        .containsExactly(
            "a.json:2 One.",
            file
                + ":3: 'body' is missing or empty; an article needs its text in 'body' or 'text',"
                + " or in another field named with --field body=NAME",
            "a.json:4 Two.");
  }

  @Test
  void shouldGoOnBehindABadLineAndSayWhereAndWhatIsWrong() throws IOException {
    Path file =
        write(
            "a.jsonl",
            """
            {"body": "One."}
            {"body": "Two.", "published": "yesterday"}
            {"body": "Three."

            {"body": ["Four."]}
            17
            {"text": "Five.", "id": 5}
            """);

    List<ReadResult> results = read(file);

    assertThat(results).hasSize(6);
    assertThat(shown(results.get(0))).isEqualTo("a.jsonl:1 One.");
    assertThat(shown(results.get(1)))
        .startsWith(file + ":2: 'published' is not an ISO 8601 date or instant: \"yesterday\"");
    assertThat(shown(results.get(2))).startsWith(file + ":3: is not JSON: ");
    assertThat(shown(results.get(3)))
        .isEqualTo(file + ":5: 'body' is an array; right would be a string");
    assertThat(shown(results.get(4)))
        .isEqualTo(file + ":6: an article is a JSON object with at least \"body\", not a number");
    assertThat(((ReadResult.Found) results.get(5)).article().id()).isEqualTo("5");
  }

  @ParameterizedTest
  @CsvSource({
    "'\n {\"body\": \"Text.\"}', Text.",
    "'[{\"body\": \"Text.\"}]', Text.",
    "Text., Text."
  })
  void shouldTellByItsStartWhatStandardInputHolds(String content, String body) {
    List<ReadResult> results = new ArrayList<>();
    new ArticleReader(Overrides.NONE, in(content)).read(List.of("-"), results::add);

    assertThat(onlyArticle(results).body()).isEqualTo(body);
  }

  @Test
  void shouldReportWhatCannotBeReadAndReadTheRest() throws IOException {
    Path missing = folder.resolve("missing.txt");
    Path other = write("notes.md", "None.");
    Path latin = folder.resolve("latin.txt");
    Files.write(latin, "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    Path empty = write("empty.jsonl", "");
    Path good = write("a.txt", "Text.");

    assertThat(read(missing, other, latin, empty, good))
        .extracting(Inputs::shown)
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(missing + ": no such file"),
            second -> assertThat(second).startsWith(other + ": has an unknown ending"),
            third -> assertThat(third).startsWith(latin + ":1: is not UTF-8"),
            fourth -> assertThat(fourth).startsWith(empty + ": is empty"),
            fifth -> assertThat(fifth).isEqualTo("a.txt Text."));
  }

  @Test
  void shouldLetWhatTheUserSaysStandAboveTheInput() throws IOException {
    Path file = write("a.jsonl", "{\"body\": \"Text.\", \"published\": \"2001-01-01\"}");
    List<ReadResult> results = new ArrayList<>();
    new ArticleReader(
            new Overrides(Published.parse("2024-06-21"), "Example News", null, null, null), in(""))
        .read(List.of(file.toString()), results::add);

    ArticleInput article = onlyArticle(results);
    assertThat(article.outlet()).isEqualTo("Example News");
    assertThat(article.published().time()).isEqualTo("2024-06-21T00:00:00Z");
    assertThat(article.published().precision()).isEqualTo(PublishedPrecision.DAY);
  }

  private Path write(String name, String content) {
    return new Inputs(folder).write(name, content);
  }

  private static InputStream in(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }
}
