package org.tensiometer.app.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.tensiometer.app.Settings;
import org.tensiometer.topology.pair.LoggedBacklog;
import org.tensiometer.wire.topics.Topics;

/**
 * Waits for a generation that others run to publish what follows from everything that was in the
 * log when the waiting began. Each step has a fixed end, which is reached however much comes in
 * meanwhile; how far it is, brokers and changelogs tell, never the time:
 *
 * <ol>
 *   <li>articles, where the generation analyses them itself;
 *   <li>claims and ticks;
 *   <li>what has come of them between the stages;
 *   <li>the days that the pair stage was given by then.
 * </ol>
 */
public final class CatchUp {

  private static final long PAUSE_MILLIS = 200;

  private final Settings settings;
  private final long endNanos;
  private final Consumer<String> progress;

  /** How many are left of a step. */
  @FunctionalInterface
  private interface Left {
    long now() throws InterruptedException;
  }

  /**
   * @param patience for all steps together
   * @param progress is told every few seconds how far it is
   */
  public CatchUp(Settings settings, Duration patience, Consumer<String> progress) {
    this.settings = settings;
    this.endNanos = System.nanoTime() + patience.toNanos();
    this.progress = progress;
  }

  /**
   * Waits.
   *
   * @return what is left when the patience is at its end; empty if nothing is
   */
  public Optional<String> await() throws InterruptedException {
    Topics topics = settings.topics();
    try (Admin admin = Admin.create(settings.clients())) {
      Offsets offsets = new Offsets(admin);
      Optional<String> left = Optional.empty();
      if (topics.analyses()) {
        Map<TopicPartition, Long> articles = offsets.ends(GenerationAnalysis.articles(topics));
        left =
            step("articles to analyse", () -> GenerationAnalysis.left(settings, offsets, articles));
      }
      if (left.isEmpty()) {
        Map<TopicPartition, Long> inputs = offsets.ends(Replay.inputs(topics));
        left = step("records of claims and ticks to read", () -> left(offsets, inputs));
      }
      if (left.isEmpty()) {
        Map<TopicPartition, Long> between = offsets.writtenOf(Replay.betweenStages(topics));
        left = step("records between its stages to read", () -> left(offsets, between));
      }
      return left.isEmpty() ? published(offsets) : left;
    }
  }

  private Optional<String> published(Offsets offsets) throws InterruptedException {
    Map<TopicPartition, Long> moment = new HashMap<>();
    for (String changelog : LoggedBacklog.changelogs(settings.topics())) {
      moment.putAll(offsets.writtenOf(changelog));
    }
    try (LoggedBacklog backlog = new LoggedBacklog(settings.clients(), settings.topics(), moment)) {
      return step("days of pairs to publish that it has read", backlog::left);
    }
  }

  private long left(Offsets offsets, Map<TopicPartition, Long> ends) throws InterruptedException {
    return Offsets.left(offsets.committed(settings.topics().applicationId()), ends);
  }

  private Optional<String> step(String what, Left left) throws InterruptedException {
    long first = left.now();
    Progress told = new Progress(progress, what, 0, first);
    for (long now = first; now > 0; now = left.now()) {
      if (System.nanoTime() - endNanos >= 0) {
        return Optional.of(String.format(Locale.ROOT, "%,d %s", now, what));
      }
      told.at(first - now);
      Thread.sleep(PAUSE_MILLIS);
    }
    return Optional.empty();
  }
}
