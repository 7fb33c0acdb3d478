package org.tensiometer.app.command;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.report.ReplayReport;
import org.tensiometer.operations.generations.Removal;
import org.tensiometer.wire.topics.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a generation away that is not live. */
@Command(
    name = "drop",
    mixinStandardHelpOptions = true,
    description = {
      "Delete the topics and offsets of a generation that is not live, and its local state on this",
      "machine."
    },
    footer = {"", "Example:", "  tensiometer replay drop --generation g2 --dry-run"})
final class ReplayDropCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private OutputOption output;
  @Mixin private DryRunOption dryRun;

  @Option(
      names = "--state-dir",
      paramLabel = "DIR",
      description = "Where its local state was kept. Default: ./tensiometer-state.")
  private String stateFolder;

  ReplayDropCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Configuration configuration = connection.configuration();
    Settings settings = ReplayedGeneration.of(connection);
    Topics topics = settings.topics();
    LocalState state = LocalState.of(configuration, topics);
    List<String> folders = state.folders();
    Removal removal = Removal.ofAll(settings.clients(), topics);
    boolean drops = !dryRun.isGiven();
    Collection<String> gone = drops ? removal.remove() : removal.plan();
    if (drops) {
      ReplayedGeneration.pointers(settings).forget(topics.generation());
      state.delete();
    }
    new ReplayReport(console, output.isJson())
        .dropped(topics.generation(), gone, folders, dryRun.isGiven());
    if (!output.isJson()) {
      state
          .lines(!folders.isEmpty(), drops ? "deleted " : "would delete ")
          .forEach(console.out()::println);
    }
    if (!drops) {
      removal.requirePossible();
    }
    return 0;
  }
}
