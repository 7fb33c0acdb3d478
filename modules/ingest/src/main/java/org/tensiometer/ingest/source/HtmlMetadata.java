package org.tensiometer.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a web page says of its article: schema.org in JSON-LD first, then Open Graph, then the names
 * that many sites use. What it does not say stays unknown.
 *
 * @param url null if unknown
 * @param outlet null if unknown
 * @param title null if unknown
 * @param published publication time
 * @param updated null if unknown
 * @param articleBody text as JSON-LD carries it, mostly without paragraphs; null if it does not
 */
record HtmlMetadata(
    String url,
    String outlet,
    String title,
    Published published,
    Instant updated,
    String articleBody) {

  private static final String[] PUBLISHED = {
    "meta[property=article:published_time]",
    "meta[itemprop=datePublished]",
    "meta[name=article:published_time], meta[name=parsely-pub-date], meta[name=sailthru.date]",
    "meta[name=citation_publication_date], meta[name=citation_date]",
    "meta[name=dc.date.issued], meta[name=dc.date], meta[name=dcterms.date]",
    "meta[name=pubdate], meta[name=publishdate], meta[name=publish-date], meta[name=date]",
    "time[itemprop=datePublished], time[pubdate]",
    "article header time[datetime], article time[datetime]"
  };

  private static final String[] UPDATED = {
    "meta[property=article:modified_time]",
    "meta[itemprop=dateModified]",
    "time[itemprop=dateModified]"
  };

  static HtmlMetadata of(Document page) {
    JsonNode article = JsonLd.article(page);
    return new HtmlMetadata(
        first(
            JsonLd.text(article, "url"),
            JsonLd.text(article, "mainEntityOfPage"),
            JsonLd.text(article, "mainEntityOfPage.@id"),
            content(page, "meta[property=og:url]"),
            attribute(page, "link[rel=canonical]", "href")),
        first(
            JsonLd.text(article, "publisher.name"),
            JsonLd.text(article, "publisher"),
            content(page, "meta[property=og:site_name]"),
            content(page, "meta[name=application-name]")),
        first(
            JsonLd.text(article, "headline"),
            content(page, "meta[property=og:title]"),
            heading(page),
            Optional.of(page.title())),
        time(Stream.concat(JsonLd.text(article, "datePublished").stream(), times(page, PUBLISHED))),
        time(Stream.concat(JsonLd.text(article, "dateModified").stream(), times(page, UPDATED)))
            .time(),
        JsonLd.text(article, "articleBody").orElse(null));
  }

  @SafeVarargs
  private static String first(Optional<String>... said) {
    return Stream.of(said)
        .flatMap(Optional::stream)
        .map(text -> text.strip().replaceAll("\\s+", " "))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static Optional<String> content(Document page, String query) {
    return attribute(page, query, "content");
  }

  private static Optional<String> attribute(Document page, String query, String name) {
    return page.select(query).stream()
        .map(element -> element.attr(name))
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private static Optional<String> heading(Document page) {
    return Optional.ofNullable(page.selectFirst("article h1, h1")).map(Element::text);
  }

  private static Stream<String> times(Document page, String... queries) {
    return Stream.of(queries)
        .flatMap(query -> page.select(query).stream())
        .map(
            element ->
                element.hasAttr("content") ? element.attr("content") : element.attr("datetime"))
        .filter(text -> !text.isBlank());
  }

  private static Published time(Stream<String> said) {
    return said.map(HtmlMetadata::parsed)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Published.UNKNOWN);
  }

  private static Published parsed(String text) {
    try {
      return Published.parse(text);
    } catch (IllegalArgumentException notATime) {
      return null;
    }
  }
}
