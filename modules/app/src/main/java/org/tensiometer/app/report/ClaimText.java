package org.tensiometer.app.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.EventCoding;

/** The claims of an article for people: each sentence once, below it what it claims. */
public final class ClaimText implements ClaimFormat {

  private static final String UNKNOWN = "?";

  @Override
  public void print(Article article, List<CodedClaim> claims, PrintWriter out) {
    out.println(heading(article, claims.size()));
    int sentence = -1;
    for (CodedClaim claim : claims) {
      if (claim.getSentence().getIndex() != sentence) {
        sentence = claim.getSentence().getIndex();
        out.println();
        out.printf("[%d] %s%n", sentence, oneLine(claim.getSentence().getText()));
      }
      print(claim, out);
    }
    out.println();
  }

  private static void print(CodedClaim claim, PrintWriter out) {
    out.printf(
        "    %s -> %s  %s  %s%n",
        parties(claim.getSource()), parties(claim.getTarget()), act(claim), claim.getFactuality());
    out.printf("        said by: %s (%s)%n", speaker(claim), claim.getAttribution());
    if (claim.getEventDate() != null) {
      out.printf(
          "        when: %s%s%n",
          claim.getEventDate().getStart(),
          claim.getEventDate().getText() == null
              ? ""
              : " (\"" + oneLine(claim.getEventDate().getText()) + "\")");
    }
    if (claim.getCoding() != null) {
      out.printf(
          Locale.ROOT,
          "        rule: %s, confidence %.2f%n",
          claim.getCoding().getRule(),
          claim.getConfidence());
    }
    out.printf(
        "        %s%n",
        claim.getReason() == null ? "counts in the index" : "not indexed: " + claim.getReason());
  }

  private static String heading(Article article, int claims) {
    String name = article.getTitle() == null ? article.getOrigin() : article.getTitle();
    String date =
        article.getPublished() == null
            ? "date unknown"
            : article.getPublished().toString().substring(0, "2024-06-21".length());
    String outlet = article.getOutlet() == null ? "outlet unknown" : article.getOutlet();
    return String.format(
        "== %s (%s, %s, %s): %d claims", name, article.getArticleId(), outlet, date, claims);
  }

  private static String act(CodedClaim claim) {
    EventCoding coding = claim.getCoding();
    String words = '"' + oneLine(claim.getPredicate().getText()) + '"';
    if (coding == null) {
      return "no act " + words;
    }
    String mode = coding.getMode() == null ? "" : "/" + coding.getMode();
    return coding.getEvent()
        + mode
        + ' '
        + words
        + ' '
        + String.format(
            Locale.ROOT, "%s %+.1f", coding.getQuad(), coding.getIntensityMicros() / 100_000.0);
  }

  private static String speaker(CodedClaim claim) {
    return claim.getSpeaker() == null ? "the outlet" : party(claim.getSpeaker());
  }

  private static String parties(List<Actor> actors) {
    return actors.isEmpty()
        ? UNKNOWN
        : actors.stream().map(ClaimText::party).collect(Collectors.joining(", "));
  }

  private static String party(Actor actor) {
    String country = actor.getCountry() == null ? UNKNOWN : actor.getCountry();
    String sector = actor.getSector() == null ? "" : ' ' + actor.getSector();
    return country + sector + " \"" + oneLine(actor.getText()) + '"';
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
