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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.coding.Lexicon;

/** A user's own names and patterns, added without a build, over the real engine. */
class LexiconCommandTest {

  private static final String LEND =
      "lend-ship\tlend\tverb obj~ship\tsubj\tto,iobj\t\t072\tmilitary\t\tNorway lent a ship to Chile.";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldCodeWithALeaderAnOrganisationAnOutletAndAPatternOfTheUser() throws IOException {
    lexicon("leaders.tsv", "Ana Soto | Soto\tCHL\tpresident\tGOV\t2030-03\t");
    lexicon("names.tsv", "Nordic Guard\tNOR\tinstitution\tMIL\nFjord Post\tNOR\tinstitution\tMED");
    lexicon("acts/aid.tsv", LEND);
    Path article =
        Files.writeString(
            folder.resolve("a.txt"),
            "President Soto condemned the Nordic Guard. Norway lent a ship to Peru, the Fjord Post said.\n");

    int exit =
        run(
            "claims",
            "--lexicon",
            lexicon().toString(),
            "--published",
            "2030-05-02",
            "--format",
            "jsonl",
            article.toString());

    assertThat(exit).as(err.toString()).isZero();
    List<String> lines = out.toString().lines().toList();
    JsonNode condemned = new ObjectMapper().readTree(lines.get(0));
    JsonNode lent = new ObjectMapper().readTree(lines.get(1));
    assertThat(condemned.at("/source/0/country").asText()).isEqualTo("CHL");
    assertThat(condemned.at("/source/0/sector").asText()).isEqualTo("GOV");
    assertThat(condemned.at("/target/0/country").asText()).isEqualTo("NOR");
    assertThat(lent.at("/rule").asText()).isEqualTo("aid.lend-ship");
    assertThat(lent.at("/speaker/sector").asText()).isEqualTo("MED");
    assertThat(lent.at("/lexicon").asText())
        .isEqualTo(Lexicon.withOverrides(lexicon()).version())
        .isNotEqualTo(Lexicon.bundled().version());
  }

  @Test
  void shouldNameFileLineAndFaultOfEachLineThatCannotBeUsed() throws IOException {
    lexicon("names.tsv", "# mine\nRuritania\tZZR\tkingdom\nX\n");

    int exit = run("lexicon", "check", lexicon().toString());

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString().lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("names.tsv:2: unknown kind \"kingdom\""))
        .anyMatch(line -> line.contains("names.tsv:3: 3 to 6 fields"));
  }

  @Test
  void shouldSayWhichExampleItsOwnPatternDoesNotCode() throws IOException {
    lexicon(
        "acts/aid.tsv",
        LEND
            + " => NOR>CHL\n"
            + LEND.replace("lend-ship", "lend-plane").replace("~ship", "~plane"));

    int exit = run("lexicon", "test", lexicon().toString());

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString())
        .contains("aid.lend-plane: \"Norway lent a ship to Chile.\" gives aid.lend-ship NOR>CHL")
        .contains("1 of 2 examples are coded as they should be; 0 patterns have no example");
  }

  @Test
  void shouldStopAtAFaultBeforeAnythingIsCoded() throws IOException {
    lexicon("leaders.tsv", "Ana Soto\tCHL\tpresident\tGOV\tMarch 2030");

    int exit = run("claims", "--lexicon", lexicon().toString(), "no-matter.txt");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("leaders.tsv:1").contains("lexicon check");
  }

  private Path lexicon() {
    return folder.resolve("lexicon");
  }

  private void lexicon(String name, String lines) throws IOException {
    Path file = lexicon().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines + "\n");
  }

  private int run(String... arguments) {
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err));
    return Tensiometer.execute(arguments, console);
  }
}
