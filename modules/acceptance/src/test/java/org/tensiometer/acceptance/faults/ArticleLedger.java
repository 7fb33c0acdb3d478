package org.tensiometer.acceptance.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Articles for the ingester, each known by its number. One in three tells {@link #STORIES} of the
 * same number of sentences, so that the claims of an article must be as many as those of every
 * third.
 */
final class ArticleLedger {

  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 3, 1);
  private static final List<String> STORIES =
      List.of(
          "Egypt condemned Sudan over the dam. Sudan rejected the accusation and said it wanted"
              + " talks with Egypt. Kenya offered to mediate between Egypt and Sudan.",
          "Brazil signed an agreement with Bolivia on Monday. Bolivia thanked Brazil.",
          "Norway expelled two diplomats of Somalia. Somalia threatened Norway with sanctions."
              + " Kenya criticised Norway. Somalia praised Kenya.");

  private ArticleLedger() {}

  static int stories() {
    return STORIES.size();
  }

  static String articleId(int number) {
    return "article-" + number;
  }

  /** Writes articles 0 to {@code count} as JSON lines. */
  static void write(Path file, int count) throws IOException {
    Files.write(file, IntStream.range(0, count).mapToObj(ArticleLedger::line).toList());
  }

  private static String line(int number) {
    return """
        {"id":"%s","outlet":"Outlet %d","published":"%s","title":"Number %d","body":"%s"}"""
        .formatted(
            articleId(number),
            number % 7,
            FIRST_DAY.plusDays(number / 20),
            number,
            STORIES.get(number % STORIES.size()));
  }
}
