package org.tensiometer.claims.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.AnalysedToken;
import org.tensiometer.claims.language.LanguageEngine;

/**
 * An engine without a model: every line is a sentence, every run of other characters than white
 * space a word. Words alternate between names and verbs, so that every sentence has claims.
 */
final class WhitespaceEngine implements LanguageEngine {

  private static final Pattern WORD = Pattern.compile("\\S+");

  @Override
  public String name() {
    return "whitespace";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public List<AnalysedSentence> analyse(String text) {
    List<AnalysedSentence> sentences = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      List<AnalysedToken> tokens = words(line, start);
      if (!tokens.isEmpty()) {
        int end = tokens.get(tokens.size() - 1).end();
        int index = sentences.size();
        sentences.add(new AnalysedSentence(index, index, tokens.get(0).begin(), end, tokens));
      }
      start += line.length() + 1;
    }
    return sentences;
  }

  private static List<AnalysedToken> words(String line, int start) {
    List<AnalysedToken> tokens = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      int i = tokens.size();
      boolean verb = i % 2 == 1;
      tokens.add(
          new AnalysedToken(
              i,
              start + matcher.start(),
              start + matcher.end(),
              matcher.group(),
              matcher.group().toLowerCase(Locale.ROOT),
              verb ? "VERB" : "PROPN",
              verb ? "VBD" : "NNP",
              verb ? null : "U-GPE",
              verb ? Math.max(-1, i - 2) : i + 1,
              verb ? "conj" : "nsubj"));
    }
    if (tokens.size() % 2 == 1) {
      AnalysedToken last = tokens.remove(tokens.size() - 1);
      tokens.add(
          new AnalysedToken(
              last.index(),
              last.begin(),
              last.end(),
              last.form(),
              last.lemma(),
              "PROPN",
              "NNP",
              "U-GPE",
              last.index() - 1,
              last.index() == 0 ? "root" : "obj"));
    }
    return tokens;
  }

  @Override
  public void close() {}
}
