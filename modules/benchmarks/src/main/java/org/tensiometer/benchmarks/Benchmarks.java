package org.tensiometer.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
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
 * </pre>
 */
public final class Benchmarks {

  private static final int DEFAULT_CLAIMS = 100_000;

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    if (args.length < 2 || !(args[0].equals("language") || args[0].equals("topology"))) {
      System.err.println(
          "Usage: language FILE.txt, or topology FILE.txt [CLAIMS]; FILE.txt is any news text");
      System.exit(2);
    }
    Path text = Path.of(args[1]);
    try (LanguageEngine engine = Nlp4jEngine.open()) {
      ClaimSplitter splitter = new DependencyClaimSplitter(engine);
      ClaimCoder coder = LexiconClaimCoder.withDefaults();
      if (args[0].equals("language")) {
        new LanguageBenchmark(engine, splitter, coder).run(text);
      } else {
        int claims = args.length > 2 ? Integer.parseInt(args[2]) : DEFAULT_CLAIMS;
        var events = splitter.split(Articles.withBody("benchmark", Files.readString(text)));
        new TopologyBenchmark(new ClaimFeed(events), coder).run(claims);
      }
    }
  }
}
