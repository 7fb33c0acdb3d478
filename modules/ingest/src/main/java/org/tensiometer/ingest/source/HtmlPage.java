package org.tensiometer.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** One article that is a web page. */
final class HtmlPage {

  private static final char UNDECODABLE = '\uFFFD';

  private final String place;
  private final String name;

  HtmlPage(String place, String name) {
    this.place = place;
    this.name = name;
  }

  ReadResult read(InputStream in) throws IOException {
    byte[] bytes = new BoundedInput(in, ArticleLimits.MAX_BYTES).readAllBytes();
    if (bytes.length == 0) {
      return problem("is empty; right would be a web page with an article");
    }
    String other = PlainText.otherThanText(bytes);
    if (other != null && !other.contains("UTF-16")) {
      return problem("is " + other + "; right would be a web page");
    }
    Document page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
    if (page.charset().equals(StandardCharsets.UTF_8) && page.html().indexOf(UNDECODABLE) >= 0) {
      return problem(
          "is not UTF-8 and names no other encoding; right would be UTF-8, or"
              + " <meta charset=\"...\"> that tells it");
    }
    HtmlMetadata said = HtmlMetadata.of(page);
    String body = MainContent.text(page);
    if (body.isEmpty()) {
      body = said.articleBody() == null ? "" : said.articleBody().strip();
    }
    if (body.isEmpty()) {
      return problem("holds no text of an article; right would be a page with its paragraphs");
    }
    try {
      ArticleLimits.requireText(body);
    } catch (IllegalArgumentException e) {
      return problem(e.getMessage());
    }
    return new ReadResult.Found(
        new ArticleInput(
            null,
            said.url(),
            said.outlet(),
            said.title(),
            body,
            said.published(),
            said.updated(),
            null,
            name));
  }

  private ReadResult.Problem problem(String message) {
    return new ReadResult.Problem(place, message);
  }
}
