package org.tensiometer.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.LanguageEngine;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ClaimEvent;

/** Sentences per second of one core: analysis alone, and with extraction and coding. */
final class LanguageBenchmark {

  private static final int WARM_UP_ROUNDS = 20;
  private static final int ROUNDS = 30;

  private final LanguageEngine engine;
  private final ClaimSplitter splitter;
  private final ClaimCoder coder;

  LanguageBenchmark(LanguageEngine engine, ClaimSplitter splitter, ClaimCoder coder) {
    this.engine = engine;
    this.splitter = splitter;
    this.coder = coder;
  }

  void run(Path text) throws Exception {
    String body = Files.readString(text);
    Article article = Articles.withBody("benchmark", body);
    List<AnalysedSentence> sentences = engine.analyse(body);
    int tokens = sentences.stream().mapToInt(s -> s.tokens().size()).sum();
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      everything(article);
    }
    Measured analysis = Measured.of(() -> repeat(() -> engine.analyse(body).size()));
    Measured everything = Measured.of(() -> repeat(() -> everything(article)));
    System.out.printf(
        Locale.ROOT,
        "language: %d sentences of %.1f tokens, %d rounds after %d to warm up, one thread%n",
        sentences.size(),
        tokens / (double) sentences.size(),
        ROUNDS,
        WARM_UP_ROUNDS);
    print("analysis alone", sentences.size(), analysis);
    print("analysis, extraction, coding", sentences.size(), everything);
  }

  private int everything(Article article) {
    int coded = 0;
    for (ClaimEvent event : splitter.split(article)) {
      if (event.getClaim() != null && coder.code(event, "benchmark").getCoding() != null) {
        coded++;
      }
    }
    return coded;
  }

  private static long repeat(java.util.function.IntSupplier work) {
    long sum = 0;
    for (int i = 0; i < ROUNDS; i++) {
      sum += work.getAsInt();
    }
    return sum;
  }

  private static void print(String what, int sentences, Measured measured) {
    System.out.printf(
        Locale.ROOT,
        "  %-30s %8.0f sentences per CPU second  (%.0f per elapsed second)%n",
        what,
        sentences * ROUNDS / measured.threadSeconds(),
        sentences * ROUNDS / measured.wallSeconds());
  }
}
