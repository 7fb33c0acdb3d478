package org.tensiometer.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Tick;
import org.tensiometer.ingest.source.ArticleInput;
import org.tensiometer.ingest.source.ArticleReader;
import org.tensiometer.ingest.source.ReadResult;

/**
 * Takes files into the log: reads, analyses on all cores, publishes in the order of the input, and
 * at the end writes the input's own time to the ticks. The same input again publishes what is
 * missing and nothing twice.
 */
public final class Ingest {

  private final ClaimSplitter splitter;
  private final IngestConnection connection;
  private final Clock wall;
  private final Listener listener;

  /** Is told what happens while it happens, on the calling thread. */
  public interface Listener {

    void problem(ReadResult.Problem problem);

    /** So many articles are done. */
    void progress(int articles);
  }

  public Ingest(
      ClaimSplitter splitter, IngestConnection connection, Clock wall, Listener listener) {
    this.splitter = splitter;
    this.connection = connection;
    this.wall = wall;
    this.listener = listener;
  }

  /**
   * Takes in all articles of the files.
   *
   * @throws IngestStoppedException if the brokers accept no more
   */
  public IngestReport run(ArticleReader reader, List<String> files, int threads) {
    Run run = new Run();
    try (OrderedParallel<Step, Analysed> analysis =
        new OrderedParallel<>(
            threads, "ingest-analysis", Ingest::weight, this::analyse, run::publish)) {
      Consumer<ReadResult> steps = result -> analysis.accept(run.step(result));
      reader.read(files, steps);
      analysis.finish();
    }
    return run.finish();
  }

  private static long weight(Step step) {
    return step.article() == null ? 0 : step.article().getBody().length();
  }

  private Analysed analyse(Step step) {
    if (step.article() == null) {
      return new Analysed(step, List.of());
    }
    try {
      return new Analysed(step, splitter.split(step.article()));
    } catch (RuntimeException e) {
      return new Analysed(step.failed("could not be analysed", e.toString()), List.of());
    }
  }

  /**
   * One step of the input: an article to publish, or one that is known, or one that is left out, or
   * something that is no article.
   *
   * @param articleId null unless it is an article that is not left out
   * @param article null unless it is to be published
   * @param history revisions of the article up to this one; null without an id
   * @param skipped why an article is left out, in words to count by; null unless it is
   * @param problem what to tell the user; null if nothing
   */
  private record Step(
      String articleId,
      Article article,
      RevisionHistory history,
      String skipped,
      ReadResult.Problem problem) {

    static Step skip(String reason, ReadResult.Problem problem) {
      return new Step(null, null, null, reason, problem);
    }

    Step failed(String reason, String detail) {
      return skip(
          reason,
          new ReadResult.Problem(
              article.getOrigin(),
              "this article " + reason + ": " + detail.lines().findFirst().orElse("")));
    }
  }

  private record Analysed(Step step, List<ClaimEvent> events) {}

  /** The way through one input; all on the calling thread. */
  private final class Run {

    private final Instant start = wall.instant();
    private final InputClock clock = new InputClock(start);
    private final ArticleIndex index = connection.index();
    private final Set<String> erased = connection.erased();
    private final InputTally tally = new InputTally();
    private final SharedIds sharedIds = new SharedIds();

    Step step(ReadResult result) {
      if (result instanceof ReadResult.Problem problem) {
        return Step.skip(null, problem);
      }
      if (result instanceof ReadResult.Skipped skipped) {
        return Step.skip(skipped.reason(), null);
      }
      return step(((ReadResult.Found) result).article());
    }

    private Step step(ArticleInput input) {
      Instant published = input.published().time();
      Optional<String> incredible = CredibleTimes.fault(published, start);
      if (incredible.isPresent()) {
        return Step.skip(
            "with a date that cannot be true",
            new ReadResult.Problem(input.origin(), incredible.get()));
      }
      String id = Articles.Identity.of(input).id();
      if (erased.contains(id)) {
        return Step.skip("erased, not taken in again", null);
      }
      clock.sawPublication(published);
      Optional<Article> article = index.revise(input, Articles.backfillTime(input, start));
      tally.took(input);
      ReadResult.Problem notice = sharedIds.notice(input, article.isPresent()).orElse(null);
      return new Step(id, article.orElse(null), index.history(id), null, notice);
    }

    void publish(Analysed analysed) {
      Step step = analysed.step();
      if (step.problem() != null) {
        report(step.problem());
      }
      if (step.articleId() == null) {
        if (step.skipped() != null) {
          tally.skipped(step.skipped());
        }
      } else if (step.article() == null) {
        tally.known(step.articleId());
        index.firstDay(step.articleId()).ifPresent(clock::sawDay);
      } else {
        publish(step, analysed.events());
      }
      listener.progress(tally.articles());
    }

    private void publish(Step step, List<ClaimEvent> events) {
      Article article = step.article();
      int count = (int) events.stream().filter(event -> event.getClaim() != null).count();
      LocalDate firstDay = index.sawDay(step.articleId(), FirstDay.of(article, events));
      try {
        connection
            .articles()
            .publish(article, events, ArticleHeaders.of(step.history(), firstDay, count));
      } catch (RecordTooLargeException e) {
        Step failed = step.failed("is larger than the brokers take", e.getMessage());
        report(failed.problem());
        tally.skipped(failed.skipped());
        return;
      }
      clock.sawDay(firstDay);
      tally.published(step.articleId(), count);
    }

    private void report(ReadResult.Problem problem) {
      tally.problem();
      listener.problem(problem);
    }

    IngestReport finish() {
      Optional<Tick> tick = clock.tick();
      tick.ifPresent(connection::tell);
      return tally.report(tick);
    }
  }
}
