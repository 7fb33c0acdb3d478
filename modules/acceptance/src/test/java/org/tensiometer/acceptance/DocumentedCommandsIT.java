package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every command of the README and of the pages for those who use it does what it says. */
@ExtendWith(PublishedFeed.OfItsOwn.class)
class DocumentedCommandsIT {

  @TempDir private static Path folder;

  /** In the order of the README, in one folder, as a reader goes through it. */
  @TestFactory
  Stream<DynamicTest> shouldWorkAsWritten() throws IOException {
    return DocumentedCommands.tried(folder, DocumentedCommands.ofDocuments());
  }

  @Test
  void shouldFindTheTwoCommandsAndAnExampleOfEachCommand() throws IOException {
    assertThat(DocumentedCommands.readme()).startsWith("./tensiometer run", "mvn -B verify");
    List<String> examples = DocumentedCommands.examples();
    CommandLine program = DocumentedCommands.program();
    assertThat(program.getSubcommands().keySet())
        .allSatisfy(
            name ->
                assertThat(examples)
                    .anyMatch(example -> example.startsWith(DocumentedCommands.PROGRAM + name)));
  }

  @Test
  void shouldHideNoCommandInABlockThatIsNotRun() throws IOException {
    for (Path page : DocumentedCommands.pageFiles()) {
      assertThat(MarkdownCommands.linesNotRun(page))
          .as(page.toString())
          .noneMatch(line -> line.matches("(\\./)?tensiometer [a-z].*|mvn .*|kcat .*|kafka-.*"));
    }
  }

  @Test
  void shouldRefuseABlockThatDoesNotSayWhetherItHoldsCommands() throws IOException {
    Path file = Files.writeString(folder.resolve("unmarked.md"), "```\nls\n```\n");

    assertThatThrownBy(() -> MarkdownCommands.of(file)).hasMessageContaining("unmarked.md:1");
  }
}
