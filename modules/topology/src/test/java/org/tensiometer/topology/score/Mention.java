package org.tensiometer.topology.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.tensiometer.contracts.EventType;

/**
 * A labelled mention of an event: one act of one party on another in one sentence. There is no
 * text.
 *
 * @param group label of the event; null if no other mention tells of it
 * @param sentence article and number of the sentence
 * @param source name, then a slash and a role, or only the name
 * @param target like source; empty if there is none
 * @param extractionWrong whether the annotators found that the sentence does not say it
 */
record Mention(
    String group,
    String sentence,
    String agency,
    LocalDate date,
    String cameo,
    String source,
    String target,
    boolean extractionWrong) {

  // As PLOVER maps the roots of CAMEO; a statement (01), which has no type there, by its tone.
  private static final Map<String, EventType> EVENTS =
      Map.ofEntries(
          Map.entry("01", EventType.SUPPORT),
          Map.entry("02", EventType.REQUEST),
          Map.entry("03", EventType.AGREE),
          Map.entry("04", EventType.CONSULT),
          Map.entry("05", EventType.SUPPORT),
          Map.entry("06", EventType.COOPERATE),
          Map.entry("07", EventType.AID),
          Map.entry("08", EventType.CONCEDE),
          Map.entry("09", EventType.ACCUSE),
          Map.entry("10", EventType.REQUEST),
          Map.entry("11", EventType.ACCUSE),
          Map.entry("12", EventType.REJECT),
          Map.entry("13", EventType.THREATEN),
          Map.entry("14", EventType.PROTEST),
          Map.entry("15", EventType.MOBILIZE),
          Map.entry("16", EventType.SANCTION),
          Map.entry("17", EventType.COERCE),
          Map.entry("18", EventType.ASSAULT),
          Map.entry("19", EventType.ASSAULT),
          Map.entry("20", EventType.ASSAULT));

  static Mention of(JsonNode row) {
    String group = row.path("same_event_group").asText();
    return new Mention(
        group.isEmpty() ? null : group,
        row.path("doc").asText() + "#" + row.path("sentence_id").asText(),
        row.path("agency").asText(),
        LocalDate.parse(row.path("doc_date").asText()),
        row.path("event_code").asText(),
        row.path("source").path(0).asText(),
        row.path("target").path(0).asText(),
        row.path("extraction_wrong").asBoolean());
  }

  EventType event() {
    return cameo.equals("012") ? EventType.ACCUSE : EVENTS.get(cameo.substring(0, 2));
  }

  static String name(String party) {
    int slash = party.indexOf('/');
    return slash < 0 ? party : party.substring(0, slash);
  }

  static String role(String party) {
    return party.substring(Math.min(party.length(), name(party).length() + 1));
  }
}
