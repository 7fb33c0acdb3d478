package org.tensiometer.tension.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensionConfigTest {

  @TempDir private Path folder;

  @Test
  void shouldHaveTheThresholdsOfTheSpecification() {
    Thresholds thresholds = TensionConfig.defaults().thresholds();

    assertThat(thresholds.tiers()).containsExactly(3.0, 4.5, 6.0);
    assertThat(thresholds.baselineDays()).isEqualTo(180);
    assertThat(thresholds.guardDays()).isEqualTo(14);
    assertThat(thresholds.ruleVersion()).isEqualTo("r1");
  }

  @Test
  void shouldTakeFilesOfAFolderBeforeTheShippedOnesAndTellThemApartByHash() throws IOException {
    Files.writeString(folder.resolve("outlets.tsv"), "*\t*\t500000\nThe Post\tPost Ltd\t900000\n");

    TensionConfig config = TensionConfig.load(folder);

    assertThat(config.outlets().of("the post")).isEqualTo(new Outlets.Outlet("Post Ltd", 900_000));
    assertThat(config.outlets().of("Reuters")).isEqualTo(new Outlets.Outlet("Reuters", 500_000));
    assertThat(config.thresholds()).isEqualTo(TensionConfig.defaults().thresholds());
    assertThat(config.hash()).hasSize(16).isNotEqualTo(TensionConfig.defaults().hash());
    assertThat(TensionConfig.load(folder).hash()).isEqualTo(config.hash());
  }

  @Test
  void shouldKnowAnOutletByAnyOfItsNames() {
    Outlets outlets = TensionConfig.defaults().outlets();

    assertThat(outlets.of(" reuters ")).isEqualTo(outlets.of("reuters.com"));
    assertThat(outlets.of(null).owner()).isEqualTo(Outlets.UNKNOWN);
    assertThat(outlets.of("Gazette").owner()).isEqualTo("Gazette");
  }

  @Test
  void shouldNameFileAndLineOfWhatCannotBe() throws IOException {
    Files.writeString(folder.resolve("outlets.tsv"), "# outlets\n*\t*\t1500000\n");

    assertThatThrownBy(() -> TensionConfig.load(folder))
        .hasMessage(
            "outlets.tsv:2: a weight is a whole number of millionths from 0 to 1000000, not"
                + " \"1500000\"");
  }

  @Test
  void shouldRefuseAnOutletWithoutReliabilityAndAFileThatNobodyReads() throws IOException {
    Path outlets = folder.resolve("outlets.tsv");
    Files.writeString(outlets, "*\t*\t500000\nThe Post\tPost Ltd\t\n");
    assertThatThrownBy(() -> TensionConfig.load(folder)).hasMessageStartingWith("outlets.tsv:2: ");
    Files.writeString(outlets, "*\t*\t500000\nThe Post\tPost Ltd\n");
    assertThatThrownBy(() -> TensionConfig.load(folder))
        .hasMessage("outlets.tsv:2: a row has 3 cells, not 2");
    Files.writeString(outlets, "*\t*\t500000\n");
    Files.writeString(folder.resolve("outlet.tsv"), "The Post\tPost Ltd\t900000\n");
    assertThatThrownBy(() -> TensionConfig.load(folder))
        .hasMessageStartingWith("outlet.tsv is none of the data files: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999", "three"})
  void shouldRefuseAScoreThatIsNoNumber(String score) throws IOException {
    String shipped =
        new String(
            TensionConfig.class
                .getResourceAsStream("/org/tensiometer/tension/tension.properties")
                .readAllBytes(),
            StandardCharsets.UTF_8);
    Files.writeString(
        folder.resolve("tension.properties"),
        shipped.replaceFirst("alert.clear.score=.*", "alert.clear.score=" + score));

    assertThatThrownBy(() -> TensionConfig.load(folder))
        .hasMessage("tension.properties: 'alert.clear.score' is not a number: \"" + score + '"');
  }

  @Test
  void shouldNameAnUnknownAndAMissingKey() throws IOException {
    Files.writeString(folder.resolve("tension.properties"), "version=1\n");

    assertThatThrownBy(() -> TensionConfig.load(folder))
        .hasMessage("tension.properties: 'level.kappa.micros' is missing");
  }

  @Test
  void shouldTakeEventDataWithTheSameIndicatorButWithoutOutletsAndClusters() {
    Thresholds shipped = TensionConfig.defaults().thresholds();
    TensionConfig config = TensionConfig.eventData();
    Thresholds thresholds = config.thresholds();

    assertThat(config.outlets().of(null).reliabilityMicros()).isEqualTo(1_000_000);
    assertThat(thresholds.clusterSameEvent()).isFalse();
    assertThat(List.of(thresholds.alertOwners(), thresholds.sparseOwners())).containsOnly(0);
    assertThat(thresholds.flashOwners()).isZero();
    assertThat(thresholds)
        .usingRecursiveComparison()
        .ignoringFields(
            "version",
            "ruleVersion",
            "alertOwners",
            "sparseOwners",
            "flashOwners",
            "clusterClaimsMax",
            "clusterSameEvent")
        .isEqualTo(shipped);
    assertThat(config.hash()).isNotEqualTo(TensionConfig.defaults().hash());
  }
}
