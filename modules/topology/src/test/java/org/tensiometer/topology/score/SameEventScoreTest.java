package org.tensiometer.topology.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tensiometer.tension.config.TensionConfig;

/**
 * Scores the same-event clusters on labelled mentions beside the project and prints the figures
 * that docs/quality.md speaks of. Skipped, and said so, where the data is missing. {@code
 * TENSIOMETER_COREF} names another file of the same form.
 */
class SameEventScoreTest {

  @Test
  void shouldFindHalfOfTheMentionsOfOneEventTogetherAtNineOfTenRight() throws IOException {
    Path file = file();
    boolean there = Files.isReadable(file);
    if (!there) {
      System.out.println("Same-event clusters are not scored: no labelled data in " + file);
    }
    assumeTrue(there, "no labelled data in " + file);

    List<Mention> all = mentions(file);
    SameEventScore score = new SameEventScore(all, TensionConfig.defaults());
    List<Mention> right = all.stream().filter(mention -> !mention.extractionWrong()).toList();
    System.out.println(file.getFileName() + ", pairs of mentions of one event");
    System.out.println("  all " + all.size() + " mentions: " + score.all());
    System.out.println("  in different articles: " + score.acrossArticles());
    System.out.println(
        "  "
            + right.size()
            + " rightly extracted mentions: "
            + new SameEventScore(right, TensionConfig.defaults()).all());

    assertThat(score.all().precision()).isGreaterThanOrEqualTo(0.9);
    assertThat(score.all().recall()).isGreaterThanOrEqualTo(0.5);
  }

  private static Path file() {
    return Optional.ofNullable(System.getenv("TENSIOMETER_COREF"))
        .map(Path::of)
        .orElseGet(
            () ->
                Optional.ofNullable(System.getenv("TENSIOMETER_SHARED"))
                    .map(Path::of)
                    .orElseGet(
                        () -> Path.of(System.getProperty("project.root")).resolveSibling("shared"))
                    .resolve("gold/coref-dev.jsonl"));
  }

  private static List<Mention> mentions(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Mention> mentions = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        mentions.add(Mention.of(json.readTree(line)));
      }
    }
    return mentions;
  }
}
