package org.tensiometer.claims.language.nlp4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageModelsTest {

  @TempDir Path folder;

  @Test
  void shouldSayWhichJarIsNotThere() {
    Path missing = folder.resolve("absent.jar");

    assertThatThrownBy(() -> LanguageModels.locate(Optional.of(missing)))
        .isInstanceOf(ModelsUnavailableException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("nlp4j-english");
  }

  @Test
  void shouldSayWhatToDoWithoutJarAndPack() {
    assertThatThrownBy(() -> new ModelCache(folder).load(Optional.empty(), ModelProgress.SILENT))
        .isInstanceOf(ModelsUnavailableException.class)
        .hasMessageContaining("-Dtensiometer.models.jar");
  }

  @Test
  void shouldRefuseAJarThatHoldsNoModels() throws IOException {
    Path jar = jarWith("README");

    assertThatThrownBy(() -> LanguageModels.of(jar, folder).load(ModelProgress.SILENT))
        .isInstanceOf(ModelsUnavailableException.class)
        .hasMessageContaining(jar.toString());
  }

  @Test
  void shouldSayThatTheCacheCannotBeWritten() throws IOException {
    Path jar = jarWith("META-INF/maven/edu.emory.mathcs.nlp/nlp4j-english/pom.properties");
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(
            () -> LanguageModels.of(jar, file.resolve("cache")).load(ModelProgress.SILENT))
        .isInstanceOf(ModelsUnavailableException.class)
        .hasMessageContaining("cannot be kept in")
        .hasMessageContaining("TENSIOMETER_CACHE");
  }

  @Test
  void shouldNotTakeADamagedPackForModels() throws IOException {
    Files.writeString(new ModelCache(folder).pack(), "half a pack");

    assertThatThrownBy(() -> new ModelCache(folder).load(Optional.empty(), ModelProgress.SILENT))
        .isInstanceOf(ModelsUnavailableException.class);
  }

  @Test
  void shouldFindTheModelsOnTheClassPath() {
    assertThat(LanguageModels.locate().jar())
        .hasValueSatisfying(
            jar -> assertThat(jar).isRegularFile().hasFileName("nlp4j-english-1.1.3.jar"));
  }

  private Path jarWith(String entry) throws IOException {
    Path jar = folder.resolve("models.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry(entry));
    }
    return jar;
  }
}
