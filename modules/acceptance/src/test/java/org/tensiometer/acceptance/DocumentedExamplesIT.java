package org.tensiometer.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example of a --help does what it says. Those that documents show as well are tried by
 * {@link DocumentedCommandsIT} and {@link OperationsIT}.
 */
@ExtendWith(PublishedFeed.OfItsOwn.class)
class DocumentedExamplesIT {

  /** Fills the folder that examples of {@code explain} read. */
  private static final String FIRST = DocumentedCommands.PROGRAM + "run";

  @TempDir private static Path folder;

  @TestFactory
  Stream<DynamicTest> shouldWorkAsWritten() throws IOException {
    Set<String> commands = new LinkedHashSet<>(DocumentedCommands.examples());
    commands.removeAll(DocumentedCommands.ofDocuments());
    commands.removeAll(DocumentedCommands.ofOperations());
    Set<String> all = new LinkedHashSet<>(Set.of(FIRST));
    all.addAll(commands);
    return DocumentedCommands.tried(folder, all);
  }
}
