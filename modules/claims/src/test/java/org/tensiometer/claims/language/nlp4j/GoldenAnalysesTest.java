package org.tensiometer.claims.language.nlp4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.Conllu;

/**
 * The stored analyses, on which rules are tested without models, are still what the engine says.
 * After a wanted change of the engine, run this test with the environment variable {@code
 * TENSIOMETER_GOLDEN_WRITE=true} to store them anew, and read the difference.
 */
class GoldenAnalysesTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("project.root"), "modules/claims/src/test/resources/language");

  @Test
  void shouldStillSayWhatTheStoredAnalysesSay() throws IOException {
    String text = Files.readString(FOLDER.resolve("sentences.txt"));
    Path golden = FOLDER.resolve("sentences.conllu");
    List<AnalysedSentence> now = SharedEngine.get().analyse(text);
    if ("true".equals(System.getenv("TENSIOMETER_GOLDEN_WRITE"))) {
      Files.writeString(golden, Conllu.write(text, now));
    }

    assertThat(Conllu.write(text, now)).isEqualTo(Files.readString(golden));
    assertThat(Conllu.read(Files.readString(golden)))
        .as("reading the stored form gives the analysis itself")
        .isEqualTo(now);
  }
}
