package org.tensiometer.app.command;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.report.Json;
import org.tensiometer.app.report.Table;
import org.tensiometer.operations.erasure.Erasure;
import org.tensiometer.operations.erasure.ErasurePlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases an article. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Erase an article: its record, its claims and the dead letters about it. A topology that runs",
      "takes back what it contributed, and neither a later replay nor an ingest of its file brings",
      "it back. Says what it touches, and changes nothing without --yes."
    },
    footer = {"", "Example:", "  tensiometer erase d0-o0 --dry-run"})
public final class EraseCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private OutputOption output;
  @Mixin private Confirmation confirmation;

  @Parameters(paramLabel = "ARTICLE", description = "Article id, as explain and the view name it.")
  private String article;

  @Option(
      names = "--allow-again",
      description = "Let the next ingest take in this article, which was erased before.")
  private boolean allowAgain;

  public EraseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = connection.settings();
    Preparation.requireAnswers(settings);
    if (confirmation.isGiven()) {
      Preparation.ensureTopics(settings, List.of(settings.topics().erased()));
    }
    Erasure erasure = new Erasure(settings.clients(), settings.topics(), Clock.systemUTC());
    if (allowAgain) {
      allowAgain(erasure);
    } else {
      erase(erasure);
    }
    return 0;
  }

  private void erase(Erasure erasure) {
    boolean erases = confirmation.isGiven();
    ErasurePlan plan = erases ? erasure.erase(article) : erasure.plan(article);
    if (plan.isEmpty()) {
      throw UserError.nothingRead(
          "nothing is there of an article "
              + article
              + erasure.erasedAt(article).map(time -> "; it was erased at " + time).orElse(""));
    }
    if (output.isJson()) {
      json(plan, erases);
    } else {
      text(plan, erases);
    }
    confirmation.require("erases the article");
  }

  private void allowAgain(Erasure erasure) {
    Instant erasedAt =
        erasure
            .erasedAt(article)
            .orElseThrow(() -> UserError.nothingRead("no article " + article + " was erased"));
    boolean allows = confirmation.isGiven();
    if (allows) {
      erasure.allowAgain(article);
    }
    if (output.isJson()) {
      Json.print(
          console,
          to -> {
            to.writeStringField("article_id", article);
            to.writeStringField("erased_at", erasedAt.toString());
            to.writeBooleanField("allowed_again", allows);
          });
    } else {
      console
          .out()
          .println(
              article
                  + " was erased at "
                  + erasedAt
                  + (allows ? "; the next ingest of its file takes it in again" : ""));
    }
    confirmation.require("lets it be taken in again");
  }

  private void text(ErasurePlan plan, boolean erased) {
    Table table = new Table(console.screen(), "records", "where");
    table.row(
        Integer.toString(plan.tombstones().size()),
        "of article and claims, " + (erased ? "removed" : "to be removed"));
    table.row(
        Integer.toString(plan.deadLetters()),
        "dead letters, " + (erased ? "removed" : "to be removed"));
    plan.mentions()
        .forEach(
            (topic, count) ->
                table.row(count.toString(), topic + ", once its topology or sink has read on"));
    table.print(console.out());
  }

  private void json(ErasurePlan plan, boolean erased) {
    Json.print(
        console,
        to -> {
          to.writeStringField("article_id", article);
          to.writeBooleanField("erased", erased);
          to.writeNumberField("tombstones", plan.tombstones().size());
          to.writeNumberField("dead_letters", plan.deadLetters());
          to.writeObjectFieldStart("mentions");
          for (Map.Entry<String, Integer> entry : plan.mentions().entrySet()) {
            to.writeNumberField(entry.getKey(), entry.getValue());
          }
          to.writeEndObject();
        });
  }
}
