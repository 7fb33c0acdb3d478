package org.tensiometer.app.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.process.Following;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.process.Shutdown;
import org.tensiometer.app.report.Lines;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.sink.alerts.Routes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows open alerts and latest indicators as they change. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = "Show open alerts and the latest indicators as they change, one line each.",
    footer = {"", "Example:", "  tensiometer watch --bootstrap-server localhost:9092"})
public final class WatchCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;

  public WatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = connection.settings();
    Preparation.ensureTopics(settings, Routes.NONE);
    try (Shutdown shutdown = Shutdown.ofThisThread()) {
      new Following(
              settings,
              Map.of(
                  settings.topics().liveAlerts(),
                  this::alert,
                  settings.topics().indicatorsLatest(),
                  this::indicator))
          .run();
    } catch (InterruptedException e) {
      return 0;
    }
    return 0;
  }

  private void alert(ConsumerRecord<String, SpecificRecord> record) {
    print(
        record.value() == null
            ? "alert " + record.key() + " is over"
            : Lines.of((TensionAlert) record.value()));
  }

  private void indicator(ConsumerRecord<String, SpecificRecord> record) {
    print(
        record.value() == null
            ? record.key() + " has no indicator any more"
            : Lines.of((TensionIndicator) record.value()));
  }

  private void print(String line) {
    console.out().println(line);
    console.out().flush();
  }
}
