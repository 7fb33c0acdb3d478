package org.tensiometer.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tensiometer.app.Console;
import org.tensiometer.app.Screen;
import org.tensiometer.app.Tensiometer;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.wire.topics.Topics;
import picocli.CommandLine;

/** The files in deploy/, and what is asked of all that start a part of the program. */
final class DeployFolder {

  static final Path ROOT = Path.of(System.getProperty("project.root"));
  static final Path FOLDER = ROOT.resolve("deploy");
  static final Topics TOPICS = Topics.withDefaults();

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final boolean WRITE = Boolean.getBoolean("tensiometer.write.deployment");

  private DeployFolder() {}

  /** The documents of a YAML file, which is below deploy/. */
  static List<JsonNode> yaml(String file) throws IOException {
    try (var documents =
        YAML.readerFor(JsonNode.class).<JsonNode>readValues(FOLDER.resolve(file).toFile())) {
      return documents.readAll();
    }
  }

  static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** A generated file says what it should; with the property set it is written anew first. */
  static void isCurrent(String file, String now) throws IOException {
    Path path = FOLDER.resolve(file);
    if (WRITE) {
      Files.writeString(path, now);
    }
    assertThat(path)
        .as("%s; -Dtensiometer.write.deployment=true writes it anew", file)
        .hasContent(now);
  }

  /** The program takes these arguments with these variables. */
  static void isUnderstood(List<String> arguments, Map<String, String> environment) {
    CommandLine commandLine =
        Tensiometer.commandLine(
            new Console(
                System.in,
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                environment,
                Screen.PLAIN));
    commandLine.parseArgs(arguments.toArray(String[]::new));
    Configuration.load(null, environment, Map.of());
  }
}
