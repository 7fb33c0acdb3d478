package org.tensiometer.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.tensiometer.app.Console;
import org.tensiometer.app.process.GenerationStanding;
import org.tensiometer.app.process.PlannedHandover;
import org.tensiometer.wire.HandoverChanges;
import org.tensiometer.wire.topics.Topics;

/** What the steps of a replay did, or would do, for people or on one line for programs. */
public final class ReplayReport {

  private final Console console;
  private final boolean json;

  public ReplayReport(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  /**
   * What would be read and written.
   *
   * @param left number of records
   * @param partial whether it is a part of the claims
   */
  public void planned(Topics topics, long left, boolean partial) {
    if (json) {
      Json.print(console, to -> begin(to, topics, "records_left", left, true));
      return;
    }
    console
        .out()
        .printf(
            "Would read %,d records of %s and %s and write %s, %s, %s and %s.%s%n",
            left,
            topics.claims().name(),
            topics.ticks().name(),
            topics.codedClaims().name(),
            topics.indicators().name(),
            topics.alerts().name(),
            topics.late().name(),
            ofPart(partial));
  }

  /**
   * What would be analysed and written.
   *
   * @param articles number of records of articles
   * @param partial whether they are only a part
   */
  public void plannedAnalysis(Topics topics, long articles, boolean partial) {
    if (json) {
      Json.print(console, to -> begin(to, topics, "articles_left", articles, true));
      return;
    }
    console
        .out()
        .printf(
            "Would analyse %,d records of %s to %s, read these and %s, and write %s, %s, %s and"
                + " %s.%s%n",
            articles,
            topics.articles().name(),
            topics.ownClaims().name(),
            topics.ticks().name(),
            topics.codedClaims().name(),
            topics.indicators().name(),
            topics.alerts().name(),
            topics.late().name(),
            ofPart(partial));
  }

  private static String ofPart(boolean partial) {
    return partial
        ? " What is only a part can be compared, and is not promoted without --force."
        : "";
  }

  /**
   * All is read.
   *
   * @param unanalysed number of articles that could not be analysed
   */
  public void replayed(Topics topics, int unanalysed) {
    if (json) {
      Json.print(
          console,
          to -> {
            begin(to, topics, "records_left", 0, false);
            if (topics.analyses()) {
              to.writeNumberField("articles_not_analysed", unanalysed);
            }
          });
      return;
    }
    if (unanalysed > 0) {
      console
          .out()
          .printf(
              "%,d articles could not be analysed: deadletters ls --topic %s says why.%n",
              unanalysed, topics.articles().name());
    }
    console
        .out()
        .printf(
            "Replayed as %s. Compare: replay diff --generation %s. Before you promote it, let"
                + " stream --generation %s run with the same lexicon.%n",
            topics.generation(), topics.generation(), topics.generation());
  }

  private static void begin(
      JsonGenerator to, Topics topics, String count, long left, boolean dryRun) throws IOException {
    to.writeStringField("generation", topics.generation());
    to.writeNumberField(count, left);
    to.writeBooleanField("dry_run", dryRun);
  }

  /**
   * Another generation is live.
   *
   * @param standing of the one that is live now
   */
  public void live(String now, String before, GenerationStanding standing) {
    if (json) {
      Json.print(console, to -> live(to, now, before, standing, false));
      return;
    }
    live("Live:", now, before, standing);
    runsNot(now, standing);
  }

  /**
   * Another generation would be live.
   *
   * @param standing of the one that would be live
   * @param handover what the sinks would publish then
   */
  public void wouldBeLive(
      String now, String before, GenerationStanding standing, PlannedHandover handover) {
    if (json) {
      Json.print(
          console,
          to -> {
            live(to, now, before, standing, true);
            changes(to, "days", handover.days());
            changes(to, "alerts", handover.alerts());
          });
      return;
    }
    live("Would make live:", now, before, standing);
    console
        .out()
        .printf(
            "Sinks would publish %s, and %s.%n",
            changes(handover.days(), "days of pairs"), changes(handover.alerts(), "alerts"));
    runsNot(now, standing);
  }

  private void live(String is, String now, String before, GenerationStanding standing) {
    console
        .out()
        .printf(
            "%s %s in place of %s%s%n",
            is,
            now,
            before,
            standing.left() > 0
                ? String.format("; %,d records are not read yet", standing.left())
                : "");
  }

  private void runsNot(String now, GenerationStanding standing) {
    if (!standing.runs()) {
      console
          .out()
          .printf(
              "Nobody runs %s: no news is published before stream --generation %s does.%n",
              now, now);
    }
  }

  private static void live(
      JsonGenerator to, String now, String before, GenerationStanding standing, boolean dryRun)
      throws IOException {
    to.writeStringField("live", now);
    to.writeStringField("before", before);
    to.writeNumberField("records_left", standing.left());
    to.writeNumberField("threads", standing.threads());
    to.writeBooleanField("dry_run", dryRun);
  }

  private static void changes(JsonGenerator to, String field, HandoverChanges changes)
      throws IOException {
    to.writeObjectFieldStart(field);
    to.writeNumberField("new", changes.published());
    to.writeNumberField("replaced", changes.replaced());
    to.writeNumberField("withdrawn", changes.withdrawn());
    to.writeEndObject();
  }

  private static String changes(HandoverChanges changes, String what) {
    return String.format(
        Locale.ROOT,
        "%,d new %s, replace %,d and withdraw %,d",
        changes.published(),
        what,
        changes.replaced(),
        changes.withdrawn());
  }

  /**
   * Topics of a generation are deleted.
   *
   * @param folders local state that goes with them, for programs
   */
  public void dropped(
      String generation, Collection<String> topics, Collection<String> folders, boolean dryRun) {
    if (json) {
      Json.print(
          console,
          to -> {
            to.writeStringField("generation", generation);
            to.writeBooleanField("dry_run", dryRun);
            Json.strings(to, "topics", topics);
            Json.strings(to, "folders", folders);
          });
      return;
    }
    topics.forEach(topic -> console.out().println((dryRun ? "would delete " : "deleted ") + topic));
  }
}
