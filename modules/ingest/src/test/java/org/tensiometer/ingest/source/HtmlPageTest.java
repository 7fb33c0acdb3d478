package org.tensiometer.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tensiometer.ingest.source.Inputs.onlyArticle;
import static org.tensiometer.ingest.source.Inputs.read;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {

  private static final String ONE = "Norway imposed sanctions on Belarus on Thursday.";
  private static final String TWO = "Belarus condemned Norway, its foreign ministry said.";

  @TempDir Path folder;

  @Test
  void shouldKeepTheParagraphsOfTheArticleAndDropTheRestOfThePage() {
    ArticleInput article =
        page(
            """
            <body class="has-sidebar"><header><nav>Home News World, and a sentence of the menu.</nav>
            </header><div class="page"><div class="content"><h1>Norway imposes sanctions</h1>
            <p class="byline">By A. Reporter</p>
            <figure><img src="x"><figcaption>The caption is a sentence of its own.</figcaption></figure>
            <p>Norway imposed <b>sanctions</b> on <a href="/belarus">Belarus</a> on
               Thursday.</p>
            <script>document.write("A script is no sentence of the article.");</script>
            <div class="advertisement">Buy this thing now, it has never been cheaper than today.</div>
            <p>Belarus condemned Norway, its foreign ministry said.</p><p>Advertisement</p>
            <p><a href="/other">Read more: what else has happened in the world this week.</a></p>
            </div><div class="related"><p>Elsewhere a cat was found in a tree this morning.</p></div>
            </div><footer><p>All rights are reserved by the publisher of this site.</p></footer></body>
            """);

    assertThat(article.body()).isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void shouldFindParagraphsThatAreOnlyLinesApart() {
    ArticleInput article =
        page("<body><div id=main>" + ONE + "<br><br>" + TWO + "<br>No more.</div></body>");

    assertThat(article.body()).isEqualTo(ONE + "\n\n" + TWO + " No more.");
  }

  @Test
  void shouldBelieveJsonLdFirstThenOpenGraphThenTheCustomaryNames() {
    ArticleInput described =
        page(
            """
            <head><title>Site title</title><meta property="og:title" content="Other title">
            <meta property="og:site_name" content="Example News">
            <meta property="article:published_time" content="2020-01-01">
            <script type="application/ld+json">{broken</script>
            <script type="application/ld+json">{"@graph": [{"@type": "WebSite"},
             {"@type": ["NewsArticle"], "headline": "Title", "datePublished": "2021-03-04T10:00:00+0100",
              "dateModified": "2021-03-05T10:00:00Z", "mainEntityOfPage": {"@id": "https://x.example/1"}}]}
            </script></head><body><p>%s</p></body>
            """
                .formatted(ONE));
    ArticleInput plain =
        page(
            """
            <head><title>Site title</title><link rel="canonical" href="https://x.example/2">
            <meta name="date" content="next week"><meta name="pubdate" content="20210304"></head>
            <body><article><h1>Heading</h1><p>%s</p></article></body>
            """
                .formatted(ONE));

    assertThat(described.title()).isEqualTo("Title");
    assertThat(described.outlet()).isEqualTo("Example News");
    assertThat(described.url()).isEqualTo("https://x.example/1");
    assertThat(described.published()).isEqualTo(Published.parse("2021-03-04T09:00:00Z"));
    assertThat(described.updated()).isEqualTo("2021-03-05T10:00:00Z");
    assertThat(plain.title()).isEqualTo("Heading");
    assertThat(plain.url()).isEqualTo("https://x.example/2");
    assertThat(plain.published()).isEqualTo(Published.parse("2021-03-04"));
    assertThat(plain.outlet()).isNull();
  }

  @Test
  void shouldTakeTheTextOfJsonLdWhereThePageBuildsItWithAScript() {
    ArticleInput article =
        page(
            "<div id=app></div><script type=\"application/ld+json\">{\"@type\": \"Article\","
                + " \"articleBody\": \""
                + ONE
                + "\"}</script>");

    assertThat(article.body()).isEqualTo(ONE);
  }

  @Test
  void shouldReadTheEncodingThatThePageNames() {
    String text = "The caf\u00e9 in the embassy was closed by the police on Friday.";
    byte[] page =
        ("<meta charset=\"windows-1252\"><p>" + text).getBytes(Charset.forName("windows-1252"));

    Path file = new Inputs(folder).write("a.html", page);

    assertThat(onlyArticle(read(file)).body()).isEqualTo(text);
  }

  @Test
  void shouldReadAPageThatIsNestedWithoutEnd() {
    ArticleInput article = page("<div>".repeat(50_000) + "<p>" + ONE + "</p><p>" + TWO);

    assertThat(article.body()).isEqualTo(ONE + "\n\n" + TWO);
  }

  private ArticleInput page(String html) {
    return onlyArticle(read(new Inputs(folder).write("a.html", html)));
  }
}
