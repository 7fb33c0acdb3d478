package org.tensiometer.claims.language.nlp4j;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensiometer.claims.language.Conllu;
import org.tensiometer.claims.language.LanguageEngine;
import org.tensiometer.claims.language.nlp4j.model.LanguageModels;

/**
 * Prints the analysis of texts as CoNLL-U, for people who write rules. Arguments are files, or
 * {@code -} for standard input; with {@code -Dstock=true}, by NLP4J's own decoder (needs -Xmx4g):
 *
 * <pre>java -Xmx2500m -cp CLASSPATH org.tensiometer.claims.language.nlp4j.AnalyseMain FILE...</pre>
 */
public final class AnalyseMain {

  private AnalyseMain() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("usage: AnalyseMain FILE... (- for standard input)");
      System.exit(2);
    }
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (LanguageEngine engine = engine()) {
      for (String file : args) {
        byte[] bytes =
            file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        String text = new String(bytes, StandardCharsets.UTF_8);
        out.print(Conllu.write(text, engine.analyse(text)));
      }
    }
    out.flush();
  }

  private static LanguageEngine engine() {
    return Boolean.getBoolean("stock")
        ? Nlp4jEngine.stock()
        : Nlp4jEngine.ungated(
            LanguageModels.locate(),
            (step, done) -> System.err.printf("\r%3.0f %% %-60s", done * 100, step));
  }
}
