package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A shell in the checkout, for someone who goes through the commands of deploy/README.md. What
 * Compose starts for him is a project of its own name beside a real one, and so is the image.
 */
final class DeploymentShell {

  static final String PROJECT = "tensiometer-documented";
  static final String IMAGE = "tensiometer:documented";

  private static final int PATIENCE_MINUTES = 20;
  private static final String EXPORT = "export ";

  private final Path root;
  private final Path folder;
  private final Path articles;
  private final List<String> exports = new ArrayList<>();
  private int commands;

  /**
   * A shell.
   *
   * @param root the checkout
   * @param folder for files of its own
   * @param articles stands for the folder that the document names
   */
  DeploymentShell(Path root, Path folder, Path articles) {
    this.root = root;
    this.folder = folder;
    this.articles = articles;
  }

  /** Runs a command to its end, which is a good one, and returns what it printed. */
  String run(String command) throws IOException, InterruptedException {
    String here = command.replace("/path/to/articles", articles.toString());
    if (here.startsWith(EXPORT)) {
      exports.add(here + '\n');
      return "";
    }
    Path output = folder.resolve("command-" + ++commands + ".log");
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", String.join("", exports) + here);
    shell.directory(root.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    shell.environment().putAll(Map.of("COMPOSE_PROJECT_NAME", PROJECT, "TENSIOMETER_IMAGE", IMAGE));
    Process process = shell.start();
    boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    String printed = Files.readString(output, StandardCharsets.ISO_8859_1);
    assertThat(ended ? process.exitValue() : "no end").as("%s%n%s", here, printed).isEqualTo(0);
    return printed;
  }
}
