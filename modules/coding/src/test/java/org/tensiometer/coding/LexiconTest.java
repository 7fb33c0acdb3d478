package org.tensiometer.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.coding.actors.PhraseResolver;
import org.tensiometer.coding.acts.ActPattern;
import org.tensiometer.coding.lexicon.LexiconException;
import org.tensiometer.coding.lexicon.LexiconLoader;

class LexiconTest {

  @Test
  void shouldCoverTheVerbsThatMostEventSentencesUse() {
    Lexicon lexicon = Lexicon.bundled();

    assertThat(lexicon.acts().lemmas()).isGreaterThan(400);
    assertThat(lexicon.acts().patterns()).hasSizeGreaterThan(800);
  }

  @Test
  void shouldKnowTheWeightOfEveryCodeAPatternNames() {
    Lexicon lexicon = Lexicon.bundled();
    Collection<ActPattern> patterns = lexicon.acts().patterns().values();

    assertThat(patterns)
        .filteredOn(pattern -> pattern.cameo() != null)
        .allSatisfy(
            pattern ->
                assertThat(lexicon.severities().byCode())
                    .as(pattern.id())
                    .containsKey(pattern.cameo()));
    assertThat(patterns)
        .filteredOn(pattern -> pattern.mode() != null)
        .allSatisfy(
            pattern ->
                assertThat(lexicon.severities().byCode())
                    .as(pattern.id())
                    .containsKey(pattern.event() + "." + pattern.mode()));
  }

  @Test
  void shouldHaveTheSameVersionForTheSameFilesAndAnotherForOthers(@TempDir Path folder)
      throws IOException {
    String bundled = Lexicon.bundled().version();
    assertThat(Lexicon.withOverrides(folder).version()).isEqualTo(bundled);

    Files.writeString(folder.resolve("names.tsv"), "Ruritania\tZZR\tname\n");

    assertThat(Lexicon.withOverrides(folder).version()).isNotEqualTo(bundled);
  }

  @Test
  void shouldAddAndReplaceNamesFromAFolder(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("leaders.tsv"), "Ana Soto\tCHL\tpresident\tGOV\t2030-03\t\n");
    Files.writeString(folder.resolve("names.tsv"), "the Bear\tRUS\tseat\tGOV\n");
    Lexicon lexicon = Lexicon.withOverrides(folder);
    PhraseResolver resolver = new PhraseResolver(lexicon.actors(), lexicon.phraseWords());

    assertThat(resolver.resolve("Ana Soto", null).get(0).code()).isEqualTo("CHL");
    assertThat(resolver.resolve("the Bear", null).get(0).code()).isEqualTo("RUS");
  }

  @Test
  void shouldTakeValuesOfConfidenceFromAFolderAndRefuseUnknownOnes(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("confidence.tsv"), "least\t.5\n");
    assertThat(Lexicon.withOverrides(folder).confidence().least()).isEqualTo(.5);

    Files.writeString(folder.resolve("confidence.tsv"), "most\t.5\n");

    assertThatThrownBy(() -> Lexicon.withOverrides(folder))
        .hasMessageContaining("confidence.tsv:1")
        .hasMessageContaining("least");
  }

  @Test
  void shouldNameFileAndLineOfWhatItCannotRead(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("names.tsv"), "# mine\nRuritania\tZZR\tkingdom\n");

    assertThatThrownBy(() -> Lexicon.withOverrides(folder))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("names.tsv:2")
        .hasMessageContaining("kingdom");
  }

  @Test
  void shouldLetAUserReplaceABundledNameAndEndATermOfOffice(@TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("leaders.tsv"), "Gabriel Boric\tCHL\tpresident\tGOV\t2022-03\t2026-03\n");
    Files.writeString(folder.resolve("names.tsv"), "the Kremlin\t-\tnone\n");
    Lexicon lexicon = Lexicon.withOverrides(folder);
    PhraseResolver resolver = new PhraseResolver(lexicon.actors(), lexicon.phraseWords());

    assertThat(resolver.resolve("Gabriel Boric", YearMonth.of(2026, 6)).get(0).sector())
        .isEqualTo("ELI");
    assertThat(resolver.resolve("the Kremlin", null).get(0).code()).isNull();
  }

  @Test
  void shouldNameEveryFaultOfAFolderAtOnce(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("acts"));
    Files.writeString(
        folder.resolve("leaders.tsv"),
        "Ana Soto\tCHL\tpresident\tGOV\t2030-3\t\nJon Berg\tNRW\tminister\tGOV\t2030-03\n");
    Files.writeString(folder.resolve("leader.tsv"), "");
    Files.writeString(folder.resolve("acts/aid.tsv"), "x\tgive\tverb\tsubj\tto\t\t999\n");

    assertThat(LexiconLoader.faults(folder))
        .extracting(Throwable::getMessage)
        .satisfiesExactlyInAnyOrder(
            fault -> assertThat(fault).contains("leaders.tsv:1", "1999-08", "2030-3"),
            fault -> assertThat(fault).contains("leaders.tsv:2", "NRW", "ISO 3166-1"),
            fault -> assertThat(fault).contains("aid.tsv:1", "999"),
            fault -> assertThat(fault).contains("leader.tsv", "no data file"));
  }

  @Test
  void shouldFindNoFaultInTheBundledFiles() {
    assertThat(LexiconLoader.faults(null)).isEmpty();
  }

  @Test
  void shouldRefuseAPatternWithAnUnknownWordSet(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("acts"));
    Files.writeString(folder.resolve("acts/aid.tsv"), "x\tgive\tverb obj=@nosuch\tsubj\tto\t\n");

    assertThatThrownBy(() -> Lexicon.withOverrides(folder))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("@nosuch");
  }
}
