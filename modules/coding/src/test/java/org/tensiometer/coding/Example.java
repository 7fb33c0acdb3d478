package org.tensiometer.coding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tensiometer.claims.extraction.DependencyClaimSplitter;
import org.tensiometer.claims.language.Conllu;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.IdBasis;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.PublishedPrecision;
import org.tensiometer.contracts.Revision;

/**
 * A sentence of our own with its stored analysis and what its rule should code.
 *
 * @param rule id of the pattern
 * @param expected dyads, for instance {@code KOR>RUS} or {@code CHL=PER}, comma-separated
 * @param text the sentence
 * @param conllu its analysis
 */
record Example(String rule, String expected, String text, String conllu) {

  private static final Instant PUBLISHED = Instant.parse("2024-06-15T12:00:00Z");

  /** All stored examples in file order. */
  static List<Example> all() {
    List<Example> examples = new ArrayList<>();
    for (String block : resource("examples.conllu").split("(?m)^# rule = ")) {
      if (!block.isBlank() && !block.startsWith("#")) {
        String rule = block.substring(0, block.indexOf('\n')).strip();
        examples.add(
            new Example(rule, line(block, "# expected = "), line(block, "# text = "), block));
      }
    }
    return examples;
  }

  /** The claims of the sentence. */
  List<ClaimEvent> claims() {
    String analysis = conllu.substring(conllu.indexOf('\n') + 1);
    return new DependencyClaimSplitter(new StoredEngine(Conllu.read(analysis)))
        .split(article(text));
  }

  /** The claims of the sentence, coded. */
  List<CodedClaim> coded(ClaimCoder coder) {
    return claims().stream()
        .filter(event -> event.getClaim() != null)
        .map(event -> coder.code(event, "g1"))
        .toList();
  }

  static Article article(String text) {
    return Article.newBuilder()
        .setArticleId("a1")
        .setUrl(null)
        .setOutlet(null)
        .setTitle(null)
        .setPublished(PUBLISHED)
        .setPublishedPrecision(PublishedPrecision.INSTANT)
        .setIdBasis(IdBasis.GIVEN)
        .setBody(text)
        .setLanguage("en")
        .setReceivedAt(PUBLISHED)
        .setRevision(new Revision(PUBLISHED, Ids.content(null, text)))
        .setOrigin(null)
        .build();
  }

  /** The dyads of a coded claim as they are written in the examples. */
  static String dyads(CodedClaim claim) {
    return Dyads.of(claim).stream().map(Dyad::text).collect(Collectors.joining(","));
  }

  private static String line(String block, String prefix) {
    int at = block.indexOf(prefix);
    int end = block.indexOf('\n', at);
    return at < 0 ? "" : block.substring(at + prefix.length(), end).strip();
  }

  private static String resource(String name) {
    try (InputStream in = Example.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
