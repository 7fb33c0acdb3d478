package org.tensiometer.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
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
        new OrderedParallel<>(threads, "ingest-analysis", this::analyse, run::publish)) {
      Consumer<ReadResult> steps = result -> analysis.accept(run.step(result));
      reader.read(files, steps);
      analysis.finish();
    }
    return run.finish();
  }

  private Analysed analyse(Step step) {
    if (step.article() == null) {
      return new Analysed(step, List.of(), step.problem());
    }
    try {
      return new Analysed(step, splitter.split(step.article()), null);
    } catch (RuntimeException e) {
      return new Analysed(
          step,
          List.of(),
          new ReadResult.Problem(
              step.article().getOrigin(), "this article could not be analysed: " + e));
    }
  }

  /**
   * One step of the input: an article to publish, or one that is known, or a problem.
   *
   * @param articleId null for a problem
   * @param article null unless it is to be published
   * @param history revisions of the article up to this one; null for a problem
   * @param problem null unless nothing could be read
   */
  private record Step(
      String articleId, Article article, RevisionHistory history, ReadResult.Problem problem) {}

  private record Analysed(Step step, List<ClaimEvent> events, ReadResult.Problem problem) {}

  /** The way through one input; all on the calling thread. */
  private final class Run {

    private final InputClock clock = new InputClock(wall.instant());
    private final ArticleIndex index = connection.index();
    private int published;
    private int unchanged;
    private int claims;
    private int problems;
    private int undated;
    private final Set<String> articleIds = new HashSet<>();

    Step step(ReadResult result) {
      if (result instanceof ReadResult.Problem problem) {
        return new Step(null, null, null, problem);
      }
      ArticleInput input = ((ReadResult.Found) result).article();
      String id = Articles.Identity.of(input).id();
      clock.sawPublication(input.published().time());
      undated += input.published().time() == null ? 1 : 0;
      Instant receivedAt = Articles.backfillTime(input, wall.instant());
      Optional<Article> article = index.revise(input, receivedAt);
      return new Step(id, article.orElse(null), index.history(id), null);
    }

    void publish(Analysed analysed) {
      if (analysed.problem() != null) {
        report(analysed.problem());
      } else if (analysed.step().article() == null) {
        articleIds.add(analysed.step().articleId());
        unchanged++;
        index.firstDay(analysed.step().articleId()).ifPresent(clock::sawDay);
      } else {
        publish(analysed.step(), analysed.events());
      }
      listener.progress(published + unchanged);
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
        report(
            new ReadResult.Problem(
                article.getOrigin(),
                "this article is larger than the brokers take: " + e.getMessage()));
        return;
      }
      clock.sawDay(firstDay);
      articleIds.add(step.articleId());
      published++;
      claims += count;
    }

    private void report(ReadResult.Problem problem) {
      problems++;
      listener.problem(problem);
    }

    IngestReport finish() {
      Optional<Tick> tick = clock.tick();
      tick.ifPresent(connection::tell);
      return new IngestReport(published, unchanged, claims, problems, undated, articleIds, tick);
    }
  }
}
