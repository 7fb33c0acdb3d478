package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher starts Java; of a machine that cannot run it it says so in one sentence. */
class LauncherIT {

  private static final Path LAUNCHER = Path.of(System.getProperty("tensiometer.launcher"));

  @TempDir private Path folder;

  @Test
  void shouldRefuseAHeapThatIsTooSmallForTheLanguageModels() throws Exception {
    assertRefused(
        LAUNCHER,
        Map.of("TENSIOMETER_HEAP", "100m"),
        "tensiometer: needs a heap of at least 512 MiB and has 9[0-9]; TENSIOMETER_HEAP=2g gives"
            + " more");
  }

  @Test
  void shouldRefuseAHeapThatIsNone() throws Exception {
    assertRefused(
        LAUNCHER,
        Map.of("TENSIOMETER_HEAP", "much"),
        "tensiometer: TENSIOMETER_HEAP is \"much\"; right would be for instance 2g or 1500m");
  }

  @Test
  void shouldRefuseAJavaThatIsTooOld() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    Path java =
        Files.writeString(
            bin.resolve("java"), "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    // Where it looks on a machine of its own; here there are newer ones.
    String script =
        Files.readString(LAUNCHER)
            .replace("/usr/lib/jvm/", folder + "/none/")
            .replace("/Library/Java/", folder + "/none/");
    Path launcher = Files.writeString(folder.resolve("tensiometer"), script);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();

    assertRefused(
        launcher,
        Map.of("JAVA_HOME", folder.resolve("jdk").toString(), "PATH", bin + ":/usr/bin:/bin"),
        "tensiometer: needs Java 17 or newer, and found none newer than Java 11; install a JDK.*");
  }

  @Test
  void shouldTakeTheClassesThatTheBuildHasWrittenDown() throws Exception {
    Path output = folder.resolve("classes.log");
    ProcessBuilder builder =
        new ProcessBuilder("bash", LAUNCHER.toString(), "--version")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("TENSIOMETER_BUILD", "never");
    builder.environment().put("TENSIOMETER_JAVA_OPTS", "-Xlog:class+load");
    // Java takes them only if it is the one that wrote them.
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    assertThat(builder.start().waitFor()).isZero();
    assertThat(Files.readAllLines(output))
        .anyMatch(line -> line.matches(".*org\\.tensiometer\\.app\\.Tensiometer .*shared.*top.*"));
  }

  private void assertRefused(Path launcher, Map<String, String> environment, String sentence)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", launcher.toString(), "claims", "a.txt"));
    Path output = folder.resolve("output.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("TENSIOMETER_BUILD", "never");
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();

    assertThat(Files.readString(output).strip()).matches(sentence);
    assertThat(code).isEqualTo(2);
  }
}
