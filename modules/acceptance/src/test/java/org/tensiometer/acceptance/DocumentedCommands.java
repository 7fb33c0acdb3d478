package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.tensiometer.app.Console;
import org.tensiometer.app.Tensiometer;
import picocli.CommandLine;

/** The commands of the README, of the pages for those who use it, and of each --help. */
final class DocumentedCommands {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));

  /** Whose commands need data, clusters or engines of others. */
  private static final Set<String> NOT_RUN_HERE = Set.of("quality.md", "operations.md");

  private static final String EXAMPLES = "Example";
  static final String PROGRAM = "tensiometer ";

  private DocumentedCommands() {}

  /** Those of README and pages, each once, in their order, as {@link #examples()} are written. */
  static Set<String> ofDocuments() throws IOException {
    Set<String> commands = new LinkedHashSet<>();
    Stream.of(readme(), pages())
        .flatMap(List::stream)
        .map(command -> command.replaceFirst("^\\./tensiometer", "tensiometer"))
        .forEach(commands::add);
    return commands;
  }

  /** Those of the page on operations, in its order. */
  static List<String> ofOperations() throws IOException {
    return MarkdownCommands.of(ROOT.resolve("docs/operations.md"));
  }

  /** Tries them in this order in one folder, with the cluster of {@link PublishedFeed}. */
  static Stream<DynamicTest> tried(Path folder, Collection<String> commands) throws IOException {
    Newcomer newcomer =
        new Newcomer(
            folder, PublishedFeed.stack().bootstrapServers(), PublishedFeed.stack().registryUrl());
    return commands.stream()
        .map(command -> DynamicTest.dynamicTest(command, () -> check(newcomer, command)));
  }

  private static void check(Newcomer newcomer, String command) throws Exception {
    Newcomer.Result result = newcomer.run(command);
    assertThat(result.exitCode()).as("%s%n%s", command, result.printed()).isZero();
    assertThat(result.printed()).as(command).doesNotContain("\tat ");
    if (command.startsWith(PROGRAM)) {
      assertThat(result.printed()).as(command).isNotBlank();
    }
  }

  static List<String> readme() throws IOException {
    return MarkdownCommands.of(ROOT.resolve("README.md"));
  }

  private static List<String> pages() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : pageFiles()) {
      commands.addAll(MarkdownCommands.of(page));
    }
    return commands;
  }

  static List<Path> pageFiles() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of("docs", "docs/topics")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        files
            .filter(file -> file.toString().endsWith(".md"))
            .filter(file -> !NOT_RUN_HERE.contains(file.getFileName().toString()))
            .sorted()
            .forEach(pages::add);
      }
    }
    return pages;
  }

  static List<String> examples() {
    List<String> examples = new ArrayList<>();
    examples(program(), examples);
    return examples;
  }

  private static void examples(CommandLine command, List<String> to) {
    String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF).replaceAll("\\\\\\R\\s+", "");
    help.lines()
        .dropWhile(line -> !line.startsWith(EXAMPLES))
        .map(String::strip)
        .filter(line -> line.contains(PROGRAM))
        .forEach(to::add);
    command.getSubcommands().values().forEach(inner -> examples(inner, to));
  }

  static CommandLine program() {
    return Tensiometer.commandLine(
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter())));
  }
}
