package org.tensiometer.claims.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.AnalysedToken;
import org.tensiometer.claims.language.LanguageEngine;

/** The words of {@link WhitespaceEngine} in any tree at all, cycles and wrong heads included. */
final class AnyTreeEngine implements LanguageEngine {

  private static final String[] RELATIONS = {
    "nsubj",
    "nsubj:pass",
    "obj",
    "iobj",
    "obl",
    "obl:agent",
    "obl:tmod",
    "nmod",
    "nmod:poss",
    "case",
    "mark",
    "aux",
    "aux:pass",
    "cop",
    "amod",
    "compound",
    "appos",
    "conj",
    "cc",
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "acl:relcl",
    "advmod",
    "det",
    "nummod",
    "parataxis",
    "punct",
    "root",
    "dep",
    "expl",
    "csubj",
    "fixed",
    "xyz"
  };
  private static final String[] LEMMAS = {
    "say",
    "warn",
    "call",
    "believe",
    "deny",
    "attack",
    "visit",
    "evidence",
    "to",
    "that",
    "who",
    "if",
    "not",
    "will",
    "would",
    "friday",
    "she",
    "it",
    "they",
    "i",
    "country",
    "the",
    "both",
    "minister",
    "according",
    "after",
    "and",
    "quote",
    "appear",
    "time",
    "since",
    "plan",
    "meet"
  };
  private static final String[] TAGS = {
    "NOUN NN", "NOUN NNS", "PROPN NNP", "VERB VBD", "VERB VB", "VERB VBG", "VERB VBN", "AUX MD",
    "AUX VBZ", "ADJ JJ", "ADV RB", "PRON PRP", "PRON PRP$", "PRON WP", "DET DT", "ADP IN",
    "SCONJ IN", "PART TO", "CCONJ CC", "PUNCT ,", "NUM CD", "X FW"
  };
  private static final String[] ENTITIES = {
    null, "B-PERSON", "I-PERSON", "L-PERSON", "U-PERSON", "U-GPE", "U-ORG", "U-DATE", "U-ORDINAL"
  };

  private final LanguageEngine words = new WhitespaceEngine();
  private final long seed;

  AnyTreeEngine(long seed) {
    this.seed = seed;
  }

  @Override
  public String name() {
    return "any-tree";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public List<AnalysedSentence> analyse(String text) {
    Random random = new Random(seed);
    List<AnalysedSentence> sentences = new ArrayList<>();
    for (AnalysedSentence sentence : words.analyse(text)) {
      int size = sentence.tokens().size();
      List<AnalysedToken> tokens = new ArrayList<>();
      for (AnalysedToken token : sentence.tokens()) {
        String[] tag = pick(random, TAGS).split(" ");
        tokens.add(
            new AnalysedToken(
                token.index(),
                token.begin(),
                token.end(),
                token.form(),
                random.nextBoolean() ? token.form().toLowerCase(Locale.ROOT) : pick(random, LEMMAS),
                tag[0],
                tag[1],
                pick(random, ENTITIES),
                random.nextInt(size + 2) - 1,
                pick(random, RELATIONS)));
      }
      sentences.add(
          new AnalysedSentence(
              sentence.index(), sentence.paragraph(), sentence.begin(), sentence.end(), tokens));
    }
    return sentences;
  }

  private static String pick(Random random, String[] from) {
    return from[random.nextInt(from.length)];
  }

  @Override
  public void close() {}
}
