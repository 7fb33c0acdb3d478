package org.tensiometer.claims.language.nlp4j;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensiometer.claims.language.Conllu;
import org.tensiometer.claims.language.LanguageEngine;

/**
 * Prints the analysis of texts as CoNLL-U, for people who write rules. Arguments are files, or
 * {@code -} for standard input:
 *
 * <pre>java -Xmx4g -cp CLASSPATH org.tensiometer.claims.language.nlp4j.AnalyseMain FILE...</pre>
 */
public final class AnalyseMain {

  private AnalyseMain() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("usage: AnalyseMain FILE... (- for standard input)");
      System.exit(2);
    }
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (LanguageEngine engine = Nlp4jEngine.stock()) {
      for (String file : args) {
        byte[] bytes =
            file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        String text = new String(bytes, StandardCharsets.UTF_8);
        out.print(Conllu.write(text, engine.analyse(text)));
      }
    }
    out.flush();
  }
}
