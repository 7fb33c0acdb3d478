package org.tensiometer.claims.extraction;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.tensiometer.claims.attribution.Attributions;
import org.tensiometer.claims.coreference.Antecedents;
import org.tensiometer.claims.grammar.ClauseRepairs;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.contracts.Article;

/**
 * Everything the rules know about an article before its claims are assembled.
 *
 * @param article the article
 * @param trees its sentences, numbered by their place in this list
 * @param attributions who says what
 * @param antecedents what pronouns and short forms refer to
 * @param offsets from UTF-16 units to code points
 * @param published publication day in UTC, null if unknown
 */
record ArticleAnalysis(
    Article article,
    List<SentenceTree> trees,
    Attributions attributions,
    Antecedents antecedents,
    CodePoints offsets,
    LocalDate published) {

  static ArticleAnalysis of(Article article, List<AnalysedSentence> sentences) {
    List<SentenceTree> trees =
        LongSentences.cut(sentences).stream()
            .map(ClauseRepairs::repair)
            .map(SentenceTree::new)
            .toList();
    Attributions attributions = Attributions.of(article.getBody(), trees);
    LocalDate published =
        article.getPublished() == null
            ? null
            : LocalDate.ofInstant(article.getPublished(), ZoneOffset.UTC);
    return new ArticleAnalysis(
        article,
        trees,
        attributions,
        Antecedents.of(trees, attributions),
        new CodePoints(article.getBody()),
        published);
  }
}
