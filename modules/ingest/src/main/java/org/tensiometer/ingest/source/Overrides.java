package org.tensiometer.ingest.source;

import java.util.Objects;

/**
 * What the user says of all articles of an input; stands above what the input says. Null leaves the
 * input's.
 *
 * @param published publication time
 * @param outlet outlet
 * @param url address
 * @param title headline
 * @param language ISO 639-1 code
 */
public record Overrides(
    Published published, String outlet, String url, String title, String language) {

  public static final Overrides NONE = new Overrides(null, null, null, null, null);

  ArticleInput applyTo(ArticleInput article) {
    return new ArticleInput(
        article.id(),
        url == null ? article.url() : url,
        outlet == null ? article.outlet() : outlet,
        title == null ? article.title() : title,
        article.body(),
        Objects.requireNonNullElse(published, article.published()),
        article.updated(),
        language == null ? article.language() : language,
        article.origin());
  }
}
