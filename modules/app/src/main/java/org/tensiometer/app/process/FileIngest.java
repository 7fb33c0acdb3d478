package org.tensiometer.app.process;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.List;
import org.tensiometer.app.Console;
import org.tensiometer.app.UserError;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.ingest.Ingest;
import org.tensiometer.ingest.IngestConnection;
import org.tensiometer.ingest.IngestReport;
import org.tensiometer.ingest.IngestStoppedException;
import org.tensiometer.ingest.source.ArticleReader;
import org.tensiometer.ingest.source.ReadResult;
import org.tensiometer.metrics.Meters;

/** Takes files into the log and tells the user how far it is. */
public final class FileIngest {

  private static final int TOLD_EVERY = 100;
  private static final int PROBLEMS_TOLD = 20;

  private final Console console;
  private final IngestConnection connection;
  private final ClaimSplitter splitter;

  public FileIngest(Console console, IngestConnection connection, ClaimSplitter splitter) {
    this.console = console;
    this.connection = connection;
    this.splitter = splitter;
  }

  /**
   * Takes in all articles of the files.
   *
   * @throws UserError if nothing could be read or the brokers accept no more
   */
  public IngestReport run(ArticleReader reader, List<String> files) {
    Teller teller = new Teller();
    IngestReport report;
    try {
      report =
          new Ingest(splitter, connection, Clock.systemUTC(), teller)
              .run(reader, files, Runtime.getRuntime().availableProcessors());
    } catch (IngestStoppedException e) {
      throw UserError.environment(e.getMessage(), e);
    }
    if (report.problems() > PROBLEMS_TOLD) {
      console.progress("... and " + (report.problems() - PROBLEMS_TOLD) + " more problems");
    }
    if (report.read() == 0) {
      throw UserError.nothingRead("no article could be read");
    }
    IngestText.lines(report).forEach(console::progress);
    return report;
  }

  private final class Teller implements Ingest.Listener {

    private final Counter articles = Metrics.counter(Meters.INGEST_ARTICLES);
    private final Counter told = Metrics.counter(Meters.INGEST_PROBLEMS);
    private int done;
    private int problems;

    @Override
    public void problem(ReadResult.Problem problem) {
      told.increment();
      if (++problems <= PROBLEMS_TOLD) {
        console.progress(problem.toString());
      }
    }

    @Override
    public void progress(int count) {
      articles.increment(count - done);
      done = count;
      if (count > 0 && count % TOLD_EVERY == 0) {
        console.progress(count + " articles ...");
      }
    }
  }
}
