package org.tensiometer.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.claims.extraction.DependencyClaimSplitter;
import org.tensiometer.claims.language.LanguageEngine;
import org.tensiometer.claims.language.nlp4j.Nlp4jEngine;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.coding.LexiconClaimCoder;

/**
 * The measurements behind docs/quality.md.
 *
 * <pre>
 *   modules/benchmarks/run language FILE.txt
 *   modules/benchmarks/run topology FILE.txt [CLAIMS]
 *   modules/benchmarks/run pairs [CLAIMS]
 *   modules/benchmarks/run latency [CLAIMS_PER_SECOND [SECONDS]]
 * </pre>
 */
public final class Benchmarks {

  private static final String USAGE =
      "Usage: language FILE.txt, topology FILE.txt [CLAIMS], FILE.txt being any news text,"
          + " pairs [CLAIMS], or latency [CLAIMS_PER_SECOND [SECONDS]]";
  private static final int DEFAULT_CLAIMS = 100_000;
  private static final int DEFAULT_RATE = 500;
  private static final int DEFAULT_SECONDS = 80;

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    String what = args.length == 0 ? "" : args[0];
    boolean ofFile = args.length > 1 && (what.equals("language") || what.equals("topology"));
    if (what.equals("pairs")) {
      new PairBenchmark().run(number(args, 1, DEFAULT_CLAIMS));
      return;
    }
    if (!ofFile && !what.equals("latency")) {
      System.err.println(USAGE);
      System.exit(2);
    }
    try (LanguageEngine engine = Nlp4jEngine.open()) {
      ClaimSplitter splitter = new DependencyClaimSplitter(engine);
      ClaimCoder coder = LexiconClaimCoder.withDefaults();
      switch (what) {
        case "language" -> new LanguageBenchmark(engine, splitter, coder).run(Path.of(args[1]));
        case "topology" -> {
          String text = Files.readString(Path.of(args[1]));
          var events = splitter.split(Articles.withBody("benchmark", text));
          new TopologyBenchmark(new ClaimFeed(events), coder).run(number(args, 2, DEFAULT_CLAIMS));
        }
        default ->
            new LatencyBenchmark(splitter, coder)
                .run(
                    number(args, 1, DEFAULT_RATE),
                    Duration.ofSeconds(number(args, 2, DEFAULT_SECONDS)));
      }
    }
  }

  private static int number(String[] args, int index, int fallback) {
    return args.length > index ? Integer.parseInt(args[index]) : fallback;
  }
}
