package org.tensiometer.app.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.Following;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.process.Shutdown;
import org.tensiometer.app.report.AlertText;
import org.tensiometer.app.report.Json;
import org.tensiometer.app.report.Lines;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows open alerts and latest indicators as they change. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = {
      "Show open alerts, each a sentence with the words of the articles that it rests on, and the",
      "latest indicators, one line each, as they change. Those that are there come first."
    },
    footer = {
      "",
      "Example:",
      "  tensiometer watch --bootstrap-server 127.0.0.1:9092",
      "  tensiometer watch --output json"
    })
public final class WatchCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private OutputOption output;

  public WatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = connection.settings();
    try (Shutdown shutdown = Shutdown.ofThisThread()) {
      Preparation.ensureTopics(
          settings, List.of(settings.topics().liveAlerts(), settings.topics().indicatorsLatest()));
      console.progress("Watching " + settings.bootstrapServers() + "; Ctrl-C ends it.");
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
    if (output.isJson()) {
      print(json("alert", record));
    } else if (record.value() == null) {
      print("The alert " + record.key() + " is over.");
    } else {
      new AlertText(console.screen()).lines((TensionAlert) record.value()).forEach(this::print);
    }
  }

  private void indicator(ConsumerRecord<String, SpecificRecord> record) {
    if (output.isJson()) {
      print(json("indicator", record));
    } else if (record.value() == null) {
      print(record.key() + " has no indicator any more.");
    } else {
      print(Lines.of((TensionIndicator) record.value()));
    }
  }

  private static String json(String type, ConsumerRecord<String, SpecificRecord> record) {
    return Json.of(
        to -> {
          to.writeStringField("type", type);
          to.writeStringField("key", record.key());
          to.writeFieldName("value");
          to.writeRawValue(record.value() == null ? "null" : record.value().toString());
        });
  }

  private void print(String line) {
    console.out().println(line);
    if (console.out().checkError()) {
      throw UserError.environment("the output was closed or cannot be written", null);
    }
  }
}
