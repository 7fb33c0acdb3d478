package org.tensiometer.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.EventCoding;
import org.tensiometer.contracts.EventDate;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.SentenceSpan;

/**
 * One JSON object a claim, one a line. The keys, their order and their nulls are a fixed interface
 * that measuring tools rely on; offsets count Unicode code points of the body as given.
 */
public final class ClaimJson implements ClaimFormat {

  /** An intensity is a Goldstein value divided by 10, in millionths. */
  private static final double INTENSITY_MICROS_PER_GOLDSTEIN = 100_000.0;

  @Override
  public void print(Article article, List<CodedClaim> claims, PrintWriter out) {
    for (CodedClaim claim : claims) {
      out.println(line(claim));
    }
  }

  /** The claim as one line of JSON without its line end. */
  public String line(CodedClaim claim) {
    return Json.of(to -> write(claim, to));
  }

  private static void write(CodedClaim claim, JsonGenerator to) throws IOException {
    to.writeStringField("article", claim.getArticleId());
    to.writeStringField("claim", claim.getClaimId());
    to.writeFieldName("sentence");
    sentence(claim.getSentence(), to);
    to.writeFieldName("speaker");
    actor(claim.getSpeaker(), to);
    to.writeStringField("attribution", claim.getAttribution().name());
    actors("source", claim.getSource(), to);
    actors("target", claim.getTarget(), to);
    to.writeFieldName("predicate");
    predicate(claim.getPredicate(), to);
    coding(claim.getCoding(), to);
    to.writeStringField("factuality", claim.getFactuality().name());
    to.writeBooleanField("historical", claim.getHistorical());
    to.writeFieldName("event_date");
    date(claim.getEventDate(), to);
    to.writeNumberField("confidence", claim.getConfidence());
    string("rule", claim.getCoding() == null ? null : claim.getCoding().getRule(), to);
    to.writeStringField("lexicon", claim.getLexicon());
    string("reason", claim.getReason(), to);
  }

  private static void sentence(SentenceSpan sentence, JsonGenerator to) throws IOException {
    to.writeStartObject();
    to.writeNumberField("index", sentence.getIndex());
    to.writeNumberField("start", sentence.getStart());
    to.writeNumberField("end", sentence.getEnd());
    to.writeEndObject();
  }

  private static void actors(String field, List<Actor> actors, JsonGenerator to)
      throws IOException {
    to.writeArrayFieldStart(field);
    for (Actor actor : actors) {
      actor(actor, to);
    }
    to.writeEndArray();
  }

  private static void actor(Actor actor, JsonGenerator to) throws IOException {
    if (actor == null) {
      to.writeNull();
      return;
    }
    to.writeStartObject();
    to.writeStringField("text", actor.getText());
    string("country", actor.getCountry(), to);
    string("sector", actor.getSector(), to);
    to.writeNumberField("start", actor.getStart());
    to.writeNumberField("end", actor.getEnd());
    to.writeEndObject();
  }

  private static void predicate(Predicate predicate, JsonGenerator to) throws IOException {
    to.writeStartObject();
    to.writeStringField("text", predicate.getText());
    to.writeStringField("lemma", predicate.getLemma());
    to.writeNumberField("start", predicate.getStart());
    to.writeNumberField("end", predicate.getEnd());
    to.writeEndObject();
  }

  private static void coding(EventCoding coding, JsonGenerator to) throws IOException {
    string("event", coding == null ? null : coding.getEvent().name(), to);
    string("mode", coding == null ? null : coding.getMode(), to);
    string("context", coding == null ? null : coding.getContext(), to);
    string("cameo", coding == null ? null : coding.getCameo(), to);
    string("quad", coding == null ? null : coding.getQuad().name(), to);
    if (coding == null) {
      to.writeNullField("goldstein");
    } else {
      to.writeNumberField(
          "goldstein", coding.getIntensityMicros() / INTENSITY_MICROS_PER_GOLDSTEIN);
    }
  }

  private static void date(EventDate date, JsonGenerator to) throws IOException {
    if (date == null) {
      to.writeNull();
      return;
    }
    to.writeStartObject();
    to.writeStringField("start", date.getStart().toString());
    to.writeStringField("end", date.getEnd().toString());
    string("text", date.getText(), to);
    to.writeEndObject();
  }

  private static void string(String field, String value, JsonGenerator to) throws IOException {
    if (value == null) {
      to.writeNullField(field);
    } else {
      to.writeStringField(field, value);
    }
  }
}
