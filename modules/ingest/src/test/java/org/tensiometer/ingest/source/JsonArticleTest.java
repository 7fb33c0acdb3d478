package org.tensiometer.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tensiometer.ingest.source.Inputs.onlyArticle;
import static org.tensiometer.ingest.source.Inputs.readWith;
import static org.tensiometer.ingest.source.Inputs.shown;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonArticleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"_id": "7", "headline": "Title.", "content": "Text.", "publishedAt": "2024-06-21",
         "source": {"id": null, "name": "Example"}, "url": "https://x.example/7"}""",
        """
        {"id": 7, "title": "Title.", "maintext": "Text.", "date_publish": "2024-06-21 00:00:00",
         "outlet": "Example", "link": "https://x.example/7", "description": "Other."}""",
        """
        {"guid": "7", "Title": "Title.", "article_text": "Text.", "pubDate":
         "Fri, 21 Jun 2024 00:00:00 GMT", "publisher": "Example", "web-url": "https://x.example/7"}""",
        """
        {"_id": {"$oid": "7"}, "headline": {"main": "Title."}, "body": "", "text": "Text.",
         "timestamp": 1718928000, "site_name": "Example", "permalink": "https://x.example/7"}"""
      })
  void shouldKnowTheFieldsOfCustomaryDumps(String json) {
    ArticleInput article = onlyArticle(standardInput(Map.of(), json));

    assertThat(article.id()).isEqualTo("7");
    assertThat(article.title()).isEqualTo("Title.");
    assertThat(article.body()).isEqualTo("Text.");
    assertThat(article.outlet()).isEqualTo("Example");
    assertThat(article.url()).isEqualTo("https://x.example/7");
    assertThat(article.published().time()).isEqualTo("2024-06-21T00:00:00Z");
  }

  @Test
  void shouldTakeTheFieldsThatTheUserNames() {
    String json = "{\"text\": \"Not this.\", \"meta\": {\"full\": \"This.\"}, \"paper\": \"P\"}";

    ArticleInput article =
        onlyArticle(
            standardInput(
                Map.of(ArticleField.BODY, "meta.full", ArticleField.OUTLET, "paper"), json));

    assertThat(article.body()).isEqualTo("This.");
    assertThat(article.outlet()).isEqualTo("P");
  }

  @Test
  void shouldSayThatTheFieldIsMissingThatTheUserNamed() {
    assertThat(shown(standardInput(Map.of(ArticleField.BODY, "words"), "{\"body\": \"Text.\"}")))
        .singleElement()
        .asString()
        .startsWith("-:1: 'words' is missing or empty");
  }

  @Test
  void shouldRefuseAFieldThatArticlesDoNotHave() {
    assertThatThrownBy(() -> ArticleField.of("author"))
        .hasMessageStartingWith(
            "an article has no field \"author\"; right would be one of id, url");
  }

  @Test
  void shouldTakeTheHeadlineForTheTextWhereThereIsNone() {
    ArticleInput article =
        onlyArticle(standardInput(Map.of(), "{\"title\": \"France condemns Russia\"}"));

    assertThat(article.body()).isEqualTo(article.title()).isEqualTo("France condemns Russia");
  }

  @Test
  void shouldReadTheListInTheAnswerOfANewsService() {
    String json =
        """
        {"status": "ok", "articles": [
          {"title": "One", "content": "One."},
          {"title": null, "content": null},
          {"title": "Two", "content": "Two."}
        ], "total": 3}""";

    assertThat(shown(standardInput(Map.of(), json)))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("-:2 One."),
            second -> assertThat(second).startsWith("-:3: 'body' is missing or empty"),
            third -> assertThat(third).isEqualTo("-:4 Two."));
  }

  @Test
  void shouldLeaveUnknownWhatTheSourceDoesNotSay() {
    ArticleInput article = onlyArticle(standardInput(Map.of(), "{\"body\": \"Text.\"}"));

    assertThat(article.outlet()).isNull();
    assertThat(article.url()).isNull();
    assertThat(article.published()).isEqualTo(Published.UNKNOWN);
  }

  private static List<ReadResult> standardInput(Map<ArticleField, String> fields, String json) {
    return readWith(fields, json.getBytes(StandardCharsets.UTF_8), "-");
  }
}
