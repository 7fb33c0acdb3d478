package org.tensiometer.claims.language.nlp4j;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.AnalysedToken;

/**
 * Compares the converted models with NLP4J's own decoder, word by word, and prints what differs and
 * how fast each is. Not part of the test run, as the stock models take a minute and 4 GB:
 *
 * <pre>java -Xmx4g -cp TEST-CLASSPATH org.tensiometer.claims.language.nlp4j.StockComparison FILE...
 * </pre>
 */
final class StockComparison {

  private int words;
  private int tags;
  private int lemmas;
  private int entities;
  private int heads;
  private int relations;

  private StockComparison() {}

  public static void main(String[] files) throws Exception {
    long start = cpuNanos();
    Nlp4jEngine packed = Nlp4jEngine.open();
    System.out.printf(
        "pack loaded in %.1f CPU-s, %d MB live%n", (cpuNanos() - start) / 1e9, live());
    Nlp4jEngine stock = Nlp4jEngine.stock();
    StockComparison comparison = new StockComparison();
    for (String file : files) {
      String text = Files.readString(Path.of(file), StandardCharsets.UTF_8);
      comparison.compare(timed("packed", packed, text), timed("stock", stock, text));
    }
    System.out.printf(
        "of %d words differ: tag %d, lemma %d, entity %d, head %d, relation %d%n",
        comparison.words,
        comparison.tags,
        comparison.lemmas,
        comparison.entities,
        comparison.heads,
        comparison.relations);
  }

  /** Rates are per second of CPU time, so other work on the machine does not count. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long live() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static List<AnalysedSentence> timed(String name, Nlp4jEngine engine, String text) {
    List<AnalysedSentence> sentences = engine.analyse(text);
    long start = cpuNanos();
    engine.analyse(text);
    double seconds = (cpuNanos() - start) / 1e9;
    int count = sentences.stream().mapToInt(sentence -> sentence.tokens().size()).sum();
    System.out.printf(
        "%s: %d sentences, %d words, %.0f sentences and %.0f words a CPU-second%n",
        name, sentences.size(), count, sentences.size() / seconds, count / seconds);
    return sentences;
  }

  private void compare(List<AnalysedSentence> left, List<AnalysedSentence> right) {
    for (int i = 0; i < left.size(); i++) {
      List<AnalysedToken> ours = left.get(i).tokens();
      List<AnalysedToken> theirs = right.get(i).tokens();
      if (ours.size() != theirs.size()) {
        throw new IllegalStateException("sentence " + i + " has other words");
      }
      for (int j = 0; j < ours.size(); j++) {
        compare(ours.get(j), theirs.get(j));
      }
    }
  }

  private void compare(AnalysedToken ours, AnalysedToken theirs) {
    words++;
    if (ours.equals(theirs)) {
      return;
    }
    System.out.println("pack  " + ours);
    System.out.println("stock " + theirs);
    tags += ours.xpos().equals(theirs.xpos()) ? 0 : 1;
    lemmas += ours.lemma().equals(theirs.lemma()) ? 0 : 1;
    entities += String.valueOf(ours.entity()).equals(String.valueOf(theirs.entity())) ? 0 : 1;
    heads += ours.head() == theirs.head() ? 0 : 1;
    relations += ours.relation().equals(theirs.relation()) ? 0 : 1;
  }
}
