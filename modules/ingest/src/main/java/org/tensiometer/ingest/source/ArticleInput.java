package org.tensiometer.ingest.source;

import java.time.Instant;
import java.util.Objects;

/**
 * An article as its source gives it, before it has an identity here.
 *
 * @param id id given by the source; null if none
 * @param url address as given; null if unknown
 * @param outlet name of the outlet; null if unknown
 * @param title headline; null if unknown
 * @param body text exactly as given; all offsets count its Unicode code points
 * @param published publication time
 * @param updated when the outlet last changed it; null if the source does not say
 * @param language ISO 639 code, or English name of the language; null if unknown
 * @param origin file name, with the line where a file holds many articles
 */
public record ArticleInput(
    String id,
    String url,
    String outlet,
    String title,
    String body,
    Published published,
    Instant updated,
    String language,
    String origin) {

  public ArticleInput {
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(published, "published");
    Objects.requireNonNull(origin, "origin");
  }

  ArticleInput inLanguage(String code) {
    return new ArticleInput(id, url, outlet, title, body, published, updated, code, origin);
  }
}
