package org.tensiometer.coding.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tensiometer.coding.Lexicon;

/** Measures the resolver on labelled actor strings where they are at hand. */
class ActorScoreTest {

  private static final double EXPECTED_COUNTRIES = 0.6;

  @Test
  void shouldResolveMostLabelledActors() throws Exception {
    Path gold =
        Path.of(System.getProperty("project.root"))
            .resolveSibling("shared")
            .resolve("gold/actors-dev.jsonl");
    if (!Files.exists(gold)) {
      System.out.println("Not measured: no labelled actors in " + gold);
    }
    assumeTrue(Files.exists(gold), "no labelled actors in " + gold);
    Lexicon lexicon = Lexicon.bundled();
    PhraseResolver resolver = new PhraseResolver(lexicon.actors(), lexicon.phraseWords());
    int countries = 0;
    int sectors = 0;
    int all = 0;
    int withSector = 0;
    for (String line : Files.readAllLines(gold)) {
      JsonNode row = new ObjectMapper().readTree(line);
      if (row.path("expect_country").isNull() || row.path("xfail").asBoolean()) {
        continue;
      }
      String date = row.path("query_date").asText("null");
      YearMonth month = date.equals("null") ? null : YearMonth.parse(date.substring(0, 7));
      Party party = resolver.resolve(row.path("actor_text").asText(), month).get(0);
      String country = row.path("expect_country").asText();
      all++;
      boolean right = Objects.equals(country.isEmpty() ? null : country, party.code());
      countries += right ? 1 : 0;
      String sector = row.path("expect_sector").asText("");
      if (!sector.isEmpty()) {
        withSector++;
        sectors += sector.equals(party.sector()) ? 1 : 0;
      }
      if (!right || !sector.isEmpty() && !sector.equals(party.sector())) {
        System.out.printf("%s: %s %s, not %s%n", row.path("actor_text"), country, sector, party);
      }
    }
    System.out.printf(
        "countries %d of %d, sectors %d of %d%n", countries, all, sectors, withSector);
    assertThat((double) countries / all).isGreaterThan(EXPECTED_COUNTRIES);
  }
}
