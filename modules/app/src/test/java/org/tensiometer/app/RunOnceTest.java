package org.tensiometer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way in one process: files, language engine, Kafka, topology, sinks, report. */
class RunOnceTest {

  @TempDir Path folder;

  @Test
  void shouldTellWhatAnArticleSaysAndTheSameAgainWhenNothingIsNew() throws IOException {
    Path article =
        Files.writeString(
            folder.resolve("article.txt"),
            """
            Norway imposed sanctions on Belarus on Thursday.

            Belarus condemned Norway. The weather in Oslo was mild.
            """);

    Run first = run(article);
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.err()).contains("1 articles read = 1 analysed + 0 known + 0 skipped");
    assertThat(first.out())
        .containsPattern("BLR-NOR +[0-9.]+ +- +WARMUP")
        .contains("\"Norway imposed sanctions on Belarus on Thursday.\"")
        .contains(" + 0 late + 0 retracted + 0 dead-lettered");

    assertThat(first.err()).contains("1 articles in ", " articles/s; peak memory ");

    Run second = run(article);
    assertThat(second.err()).contains("1 articles read = 0 analysed + 1 known + 0 skipped");
    assertThat(second.out()).isEqualTo(first.out());
  }

  private Run run(Path article) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Tensiometer.execute(
            new String[] {
              "run",
              "--once",
              "--data",
              folder.resolve("data").toString(),
              "--published",
              "2024-06-21",
              "--outlet",
              "The Test",
              article.toString()
            },
            new Console(
                new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err)));
    return new Run(exitCode, out.toString(), err.toString());
  }

  private record Run(int exitCode, String out, String err) {}
}
