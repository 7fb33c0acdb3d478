package org.tensiometer.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.tensiometer.ingest.source.Inputs.compressed;
import static org.tensiometer.ingest.source.Inputs.read;
import static org.tensiometer.ingest.source.Inputs.shown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each bad input is told in one line that names it, and the good one behind it is read. */
class BadInputTest {

  private static final String GOOD = "{\"body\": \"France condemned Russia.\"}\n";

  @TempDir Path folder;
  private Inputs inputs;
  private Path good;

  @BeforeEach
  void writeAGoodFile() {
    inputs = new Inputs(folder);
    good = inputs.write("good.jsonl", GOOD);
  }

  @Test
  void shouldNameAFileThatIsMissing() {
    assertThat(toldOf(folder.resolve("missing.txt"))).isEqualTo("no such file");
  }

  @Test
  void shouldTellOfFilesOfAllFormatsThatAreEmpty() {
    for (String name : List.of("a.txt", "a.html", "a.json", "a.jsonl", "b.txt.gz", "blank.txt")) {
      Path file = inputs.write(name, name.startsWith("blank") ? " \n\n" : "");
      assertThat(toldOf(file)).as(name).startsWith("is empty; right would be ");
    }
  }

  @Test
  void shouldTellWhatABinaryFileIs() {
    assertThat(toldOf(inputs.write("a.txt", new byte[] {'a', 0, 1, 2})))
        .isEqualTo("is binary; right would be text in UTF-8");
    assertThat(toldOf(inputs.write("b.txt", "%PDF-1.7 and so on"))).startsWith("is a PDF document");
    assertThat(toldOf(inputs.write("c.html", "PK\u0003\u0004 and so on")))
        .startsWith("is a zip archive");
  }

  @Test
  void shouldNameTheLineThatIsInAnotherEncoding() {
    byte[] latin = "One.\ncaf\u00e9.\n".getBytes(StandardCharsets.ISO_8859_1);
    Path text = inputs.write("latin.txt", latin);

    assertThat(only(text)).startsWith(text + ":2: is not UTF-8; convert it");
    assertThat(toldOf(inputs.write("utf16.txt", "One.".getBytes(StandardCharsets.UTF_16))))
        .startsWith("is a text in UTF-16");
    byte[] line = "{\"body\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    Path lines = inputs.write("latin.jsonl", line);
    assertThat(only(lines)).startsWith(lines + ":1: is not UTF-8");
    byte[] page =
        "<p>A caf\u00e9 is open on every day of the week now."
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(toldOf(inputs.write("latin.html", page))).startsWith("is not UTF-8 and names no");
  }

  @Test
  void shouldRefuseATextThatIsNoArticleForItsSize() {
    Path sentences = inputs.write("million.txt", "Go. ".repeat(1_000_000));
    Path hundredMegabytes = inputs.write("huge.txt.gz", compressed("a ".repeat(512 * 1024), 100));

    assertThat(toldOf(sentences))
        .startsWith("has a text of 4,000,000 characters, more than the 1,048,576")
        .contains("right would be one article a file");
    assertThat(toldOf(hundredMegabytes)).startsWith("holds more than 16 MiB in one article");
  }

  @Test
  void shouldReadBehindALineThatIsTooLong() {
    Path file = inputs.write("a.jsonl", "{\"body\": \"" + "a".repeat(17 << 20) + "\"}\n" + GOOD);

    assertThat(shown(read(file)))
        .satisfiesExactly(
            first -> assertThat(first).startsWith(file + ":1: holds more than 16 MiB"),
            second -> assertThat(second).isEqualTo("a.jsonl:2 France condemned Russia."));
  }

  @Test
  void shouldGiveUpAFileThatUnpacksToAnEndlessLine() {
    Path bomb = inputs.write("bomb.jsonl.gz", compressed("a".repeat(1 << 20), 300));
    Path document = inputs.write("bomb.json.gz", compressed("[" + " ".repeat(1 << 20), 40));

    assertThat(only(bomb)).endsWith("the rest of this file is skipped");
    assertThat(only(document)).contains("holds more than 16 MiB");
  }

  @Test
  void shouldReadWhatComesBeforeTheEndOfAHalfWrittenFile() {
    String lines =
        IntStream.range(0, 3000)
            .mapToObj(i -> "{\"id\": \"%d\", \"body\": \"Number %x.\"}\n".formatted(i, i * 7919L))
            .collect(Collectors.joining());
    byte[] whole = compressed(lines);
    Path half = inputs.write("half.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));

    List<ReadResult> results = read(half, good);

    assertThat(results).hasSizeGreaterThan(100);
    String told = results.get(results.size() - 2).toString();
    assertThat(told)
        .startsWith(half + ":" + (results.size() - 1) + ": ends in the middle of its compressed");
    assertThat(results.get(results.size() - 1)).isInstanceOf(ReadResult.Found.class);
  }

  @Test
  void shouldTellOfCompressedDataThatIsDamaged() {
    byte[] bytes = compressed("France condemned Russia on Friday and on Saturday. ".repeat(50));
    Arrays.fill(bytes, 12, bytes.length - 8, (byte) 0xff);

    assertThat(toldOf(inputs.write("a.txt.gz", bytes))).contains("damaged compressed data");
  }

  @Test
  void shouldRefuseJsonThatIsNestedTooDeeply() {
    Path document = inputs.write("a.json", "[".repeat(100_000));
    Path lines = inputs.write("a.jsonl", "{\"body\": " + "[".repeat(5000) + "\n" + GOOD);

    assertThat(only(document)).contains(":1: is nested more than 100 levels deep");
    assertThat(shown(read(lines)))
        .satisfiesExactly(
            first -> assertThat(first).contains(":1: is nested more than 100 levels deep"),
            second -> assertThat(second).isEqualTo("a.jsonl:2 France condemned Russia."));
  }

  @Test
  void shouldTakeAnArticleWithoutADateAndRefuseOneWithABrokenDate() {
    Path file =
        inputs.write("a.jsonl", GOOD + "{\"body\": \"Two.\", \"published\": \"06/07/2019\"}\n");

    List<ReadResult> results = read(file);

    assertThat(((ReadResult.Found) results.get(0)).article().published())
        .isEqualTo(Published.UNKNOWN);
    assertThat(results.get(1).toString())
        .isEqualTo(
            file
                + ":2: 'published' is not an ISO 8601 date or instant: \"06/07/2019\"; right would"
                + " be 2024-06-21 or 2024-06-21T08:30:00Z");
  }

  @Test
  void shouldTellOfAPageWithoutText() {
    String page = "<html><script>var text = \"This is a script and no text.\";</script></html>";

    assertThat(toldOf(inputs.write("a.html", page))).startsWith("holds no text of an article");
  }

  @Test
  void shouldTellOfADirectoryAndOfAPatternWithoutArticles() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(toldOf(empty)).startsWith("holds no article; right would be a directory with .txt");
    assertThat(toldOf(folder.resolve("*.nope"))).isEqualTo("no file matches this pattern");
  }

  @Test
  void shouldTellOfADirectoryThatMayNotBeRead() throws IOException {
    assertThat(InputFaults.of(new AccessDeniedException("a")))
        .startsWith("may not be read by this user");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(closed), "This user may read everything");

    assertThat(toldOf(closed)).startsWith("may not be read by this user");
  }

  @Test
  void shouldSkipArticlesInOtherLanguagesAndSayWhich() {
    Path file =
        inputs.write(
            "de.txt",
            "Die Regierung in Berlin hat am Montag beschlossen, die Hilfe deutlich zu erh\u00f6hen.");

    assertThat(only(file)).isEqualTo("de.txt: skipped, in German, not English");
  }

  /** What is told of an input, without its name; the good file behind it must be read. */
  private String toldOf(Path bad) {
    assertThat(only(bad)).startsWith(bad + ": ");
    return only(bad).substring((bad + ": ").length());
  }

  private String only(Path bad) {
    List<String> results = shown(read(bad, good));
    assertThat(results).hasSize(2);
    assertThat(results.get(0)).doesNotContain("\n");
    assertThat(results.get(1)).isEqualTo("good.jsonl:1 France condemned Russia.");
    return results.get(0);
  }
}
