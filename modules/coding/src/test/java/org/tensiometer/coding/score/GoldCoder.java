package org.tensiometer.coding.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tensiometer.claims.extraction.DependencyClaimSplitter;
import org.tensiometer.claims.language.LanguageEngine;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.IdBasis;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.PublishedPrecision;
import org.tensiometer.contracts.Revision;

/** Labelled texts to coded claims, each text an article of its own, as the claims command does. */
final class GoldCoder {

  private final DependencyClaimSplitter splitter;
  private final ClaimCoder coder;

  GoldCoder(LanguageEngine engine, ClaimCoder coder) {
    this.splitter = new DependencyClaimSplitter(engine);
    this.coder = coder;
  }

  /**
   * Claims by the id of their text, with those that could not be coded.
   *
   * @param dateField field with the publication day
   */
  Map<String, List<CodedClaim>> code(Collection<JsonNode> rows, String dateField) {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    rows.forEach(row -> byId.put(row.path("id").asText(), row));
    Map<String, List<CodedClaim>> claims = new ConcurrentHashMap<>();
    byId.values().parallelStream()
        .forEach(
            row -> {
              String id = row.path("id").asText();
              String day = row.path(dateField).isTextual() ? row.path(dateField).asText() : null;
              claims.put(id, code(id, row.path("text").asText(), day));
            });
    return claims;
  }

  /** Claims of a text in text order. */
  List<CodedClaim> code(String id, String text, String day) {
    return splitter.split(article(id, text, day)).stream()
        .filter(event -> event.getClaim() != null)
        .map(event -> coder.code(event, "g1"))
        .toList();
  }

  private static Article article(String id, String text, String day) {
    Instant published =
        day == null ? null : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant known = published == null ? Instant.EPOCH : published;
    return Article.newBuilder()
        .setArticleId(id)
        .setUrl(null)
        .setOutlet(null)
        .setTitle(null)
        .setPublished(published)
        .setPublishedPrecision(day == null ? PublishedPrecision.UNKNOWN : PublishedPrecision.DAY)
        .setIdBasis(IdBasis.GIVEN)
        .setBody(text)
        .setLanguage("en")
        .setReceivedAt(known)
        .setRevision(new Revision(known, Ids.content(null, text)))
        .setOrigin(null)
        .build();
  }
}
