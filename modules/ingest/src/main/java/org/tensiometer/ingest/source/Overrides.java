package org.tensiometer.ingest.source;

/**
 * What the user says of all articles of an input; stands above what the input says.
 *
 * @param published publication time; null leaves the input's
 * @param outlet outlet; null leaves the input's
 */
public record Overrides(Published published, String outlet) {

  public static final Overrides NONE = new Overrides(null, null);

  ArticleInput applyTo(ArticleInput article) {
    if (published == null && outlet == null) {
      return article;
    }
    return new ArticleInput(
        article.id(),
        article.url(),
        outlet == null ? article.outlet() : outlet,
        article.title(),
        article.body(),
        published == null ? article.published() : published,
        article.updated(),
        article.origin());
  }
}
