package org.tensiometer.coding;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.tensiometer.claims.extraction.DependencyClaimSplitter;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.Conllu;
import org.tensiometer.claims.language.LanguageEngine;
import org.tensiometer.claims.language.nlp4j.Nlp4jEngine;
import org.tensiometer.coding.acts.ActPattern;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;

/**
 * Writes {@code examples.conllu} anew: analyses every example of the lexicon with the real engine
 * and notes what its rule codes. The difference to the stored file is to be read before it is kept.
 * Examples that their own rule does not code are named on standard error and left out.
 */
final class ExampleAnalyser {

  private ExampleAnalyser() {}

  /**
   * @param args the file to write
   */
  public static void main(String[] args) throws Exception {
    Lexicon lexicon = Lexicon.bundled();
    ClaimCoder coder = new LexiconClaimCoder(lexicon);
    StringBuilder out = new StringBuilder("# Written by ExampleAnalyser; sentences of our own.\n");
    List<ActPattern> patterns =
        lexicon.acts().patterns().values().stream()
            .filter(pattern -> pattern.example() != null)
            .sorted(Comparator.comparing(ActPattern::id))
            .toList();
    try (LanguageEngine engine = Nlp4jEngine.open()) {
      for (ActPattern pattern : patterns) {
        List<AnalysedSentence> sentences = engine.analyse(pattern.example());
        String dyads = null;
        StringBuilder others = new StringBuilder();
        DependencyClaimSplitter splitter = new DependencyClaimSplitter(new StoredEngine(sentences));
        for (ClaimEvent event : splitter.split(Example.article(pattern.example()))) {
          if (event.getClaim() == null) {
            continue;
          }
          CodedClaim claim = coder.code(event, "g1");
          if (claim.getCoding() == null) {
            others.append(claim.getPredicate().getLemma()).append(" - ; ");
          } else if (claim.getCoding().getRule().equals(pattern.id())) {
            dyads = Example.dyads(claim);
          } else {
            others.append(claim.getCoding().getRule()).append(' ');
            others.append(Example.dyads(claim)).append(" ; ");
          }
        }
        if (dyads == null) {
          System.err.println(pattern.id() + " | " + pattern.example() + " | " + others);
          continue;
        }
        out.append("# rule = ").append(pattern.id()).append('\n');
        out.append("# expected = ").append(dyads).append('\n');
        out.append(Conllu.write(pattern.example(), sentences));
      }
    }
    Files.writeString(Path.of(args[0]), out);
  }
}
