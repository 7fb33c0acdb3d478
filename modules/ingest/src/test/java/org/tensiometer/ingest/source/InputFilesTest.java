package org.tensiometer.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tensiometer.ingest.source.Inputs.compressed;
import static org.tensiometer.ingest.source.Inputs.read;
import static org.tensiometer.ingest.source.Inputs.shown;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFilesTest {

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() {
    Inputs inputs = new Inputs(folder);
    inputs.write("news/b.txt", "Second.");
    inputs.write("news/a.txt", "First.");
    inputs.write("news/2024/c.jsonl", "{\"body\": \"Third.\"}");
    inputs.write("news/notes.md", "None.");
    inputs.write("news/.hidden.txt", "None.");
    inputs.write("x[1].txt", "Strange name.");
  }

  @Test
  void shouldReadADirectoryAndWhatIsBelowInOrderOfName() {
    assertThat(shown(read(folder.resolve("news"))))
        .containsExactly("c.jsonl:1 Third.", "a.txt First.", "b.txt Second.");
  }

  @ParameterizedTest
  @CsvSource({
    "news/*.txt, 'a.txt First.|b.txt Second.'",
    "news/?.txt, 'a.txt First.|b.txt Second.'",
    "'n*/{a,c}.txt', a.txt First.",
    "news/[b-z].txt, b.txt Second.",
    "'**.jsonl', 'c.jsonl:1 Third.'",
    "news/20*, 'c.jsonl:1 Third.'"
  })
  void shouldExpandPatternsThatNoShellExpanded(String pattern, String shown) {
    assertThat(String.join("|", shown(read(folder + "/" + pattern)))).isEqualTo(shown);
  }

  @Test
  void shouldTakeAFileForItselfWhoseNameLooksLikeAPattern() {
    assertThat(shown(read(folder.resolve("x[1].txt")))).containsExactly("x[1].txt Strange name.");
  }

  @Test
  void shouldTellByContentWhetherAFileIsCompressed() {
    Inputs inputs = new Inputs(folder);
    Path unsaid = inputs.write("a.json", compressed("{\"body\": \"One.\"}"));
    Path untrue = inputs.write("b.jsonl.gz", "{\"body\": \"Two.\"}");
    Path page = inputs.write("c.html.gz", compressed("<p>A page that is long enough to be read."));

    assertThat(shown(read(unsaid, untrue, page)))
        .containsExactly(
            "a.json:1 One.",
            "b.jsonl.gz:1 Two.",
            "c.html.gz A page that is long enough to be read.");
  }

  @Test
  void shouldTellByContentWhatAFileWithoutAnEndingHolds() {
    Path file = new Inputs(folder).write("articles", "{\"body\": \"One.\"}\n{\"body\": \"Two.\"}");

    assertThat(shown(read(file))).containsExactly("articles:1 One.", "articles:2 Two.");
  }

  @Test
  void shouldReadLinesOfJsonUnderTheNameOfADocumentAndGoOnBehindABadOne() {
    Path file =
        new Inputs(folder)
            .write("a.json", "{\"body\": \"One.\"}\n{\"body\": \n{\"body\": \"Two.\"}");

    List<String> results = shown(read(file));

    assertThat(results).hasSize(3).contains("a.json:1 One.", "a.json:3 Two.");
  }
}
