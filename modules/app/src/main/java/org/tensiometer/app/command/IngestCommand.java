package org.tensiometer.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.tensiometer.app.Analysis;
import org.tensiometer.app.Console;
import org.tensiometer.app.Memory;
import org.tensiometer.app.Settings;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.app.process.Closing;
import org.tensiometer.app.process.FileIngest;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.process.Shutdown;
import org.tensiometer.app.process.health.ClusterWatch;
import org.tensiometer.app.process.health.InputHealth;
import org.tensiometer.app.report.IngestJson;
import org.tensiometer.ingest.IngestConnection;
import org.tensiometer.ingest.IngestReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes articles into a Kafka that runs elsewhere. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "Take articles into Kafka: each with its claims in one transaction.",
    footer = {
      "",
      "Example:",
      "  tensiometer ingest --bootstrap-server localhost:9092 \\",
      "      --schema-registry http://localhost:8081 news.jsonl.gz"
    })
public final class IngestCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private InputOptions input;
  @Mixin private OutputOption output;
  @Mixin private MetricsOptions metrics;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Tells ingests apart that run at once; of two with one name the older stops."
              + " Default: files.")
  private String name;

  public IngestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Memory.require();
    // First, since it says in what form all that follows is told.
    Configuration configuration = connection.configuration();
    List<String> files = input.requiredFiles();
    input.requireAny(files, console::progress);
    Settings settings = ConnectionOptions.settings(configuration);
    try (Shutdown shutdown = Shutdown.ofJob();
        Closing closing = new Closing()) {
      Preparation.ensureTopics(settings, settings.topics().ofIngest());
      ClusterWatch cluster =
          closing.add(ClusterWatch.start(settings, settings.topics().ofIngest()));
      MetricsOptions.start(configuration, new InputHealth(cluster), closing, console);
      IngestConnection kafka =
          closing.add(
              IngestConnection.open(
                  settings.clients(), settings.topics(), configuration.text(Setting.INGEST_NAME)));
      IngestReport report =
          new FileIngest(console, kafka, Analysis.lazySplitter(console::progress))
              .run(input.reader(console.in()), files);
      if (output.isJson()) {
        console.out().println(IngestJson.line(report));
      }
    }
    return 0;
  }
}
