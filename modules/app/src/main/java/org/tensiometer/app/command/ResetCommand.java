package org.tensiometer.app.command;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.report.Json;
import org.tensiometer.operations.generations.Removal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets a topology forget what it has read. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = {
      "Let the topology of a generation forget what it has read: its internal topics, its offsets and",
      "its local state on this machine. Its next start reads everything again and publishes over what",
      "is there. Says what it touches, and changes nothing without --yes."
    },
    footer = {"", "Example:", "  tensiometer reset --dry-run"})
public final class ResetCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private OutputOption output;
  @Mixin private Confirmation confirmation;

  @Option(
      names = "--state-dir",
      paramLabel = "DIR",
      description = "Where stream keeps its local state. Default: ./tensiometer-state.")
  private String stateFolder;

  public ResetCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Configuration configuration = connection.configuration();
    Settings settings = connection.liveSettings();
    Preparation.brokers(settings).close();
    if (connection.namesGeneration()) {
      ReplayedGeneration.requireThere(settings);
    }
    String application = settings.topics().applicationId();
    LocalState state = LocalState.of(configuration, settings.topics());
    boolean resets = confirmation.isGiven();
    Removal removal = Removal.ofMemory(settings.clients(), settings.topics());
    Collection<String> topics = resets ? removal.remove() : removal.plan();
    List<String> folders = state.folders();
    if (resets) {
      state.delete();
    }
    if (output.isJson()) {
      json(application, topics, folders, resets);
    } else {
      String does = resets ? "deleted " : "would delete ";
      topics.forEach(topic -> console.out().println(does + "topic " + topic));
      console.out().println(does + "the offsets of group " + application);
      state.lines(!folders.isEmpty(), does).forEach(console.out()::println);
    }
    if (!resets) {
      removal.requirePossible();
    }
    confirmation.require("resets " + application);
    return 0;
  }

  private void json(
      String application, Collection<String> topics, List<String> folders, boolean reset) {
    Json.print(
        console,
        to -> {
          to.writeStringField("application_id", application);
          to.writeBooleanField("reset", reset);
          Json.strings(to, "topics", topics);
          Json.strings(to, "folders", folders);
        });
  }
}
