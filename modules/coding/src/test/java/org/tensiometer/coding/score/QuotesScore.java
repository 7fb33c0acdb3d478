package org.tensiometer.coding.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensiometer.contracts.CodedClaim;

/**
 * Sources of attributions that are somebody's claim, as score.py beside the labelled data counts
 * them, and speakers that overlap a labelled source of their text. A text can stand in several
 * rows, each with one of its sources; all of them together are its labels. (The second figure of
 * score.py compares a speaker with itself, and so is near 1 whatever the speakers are.)
 */
final class QuotesScore {

  private record Words(int start, int end) {

    boolean overlap(Words other) {
      return start < other.end && other.start < end;
    }
  }

  private QuotesScore() {}

  static List<Share> of(List<JsonNode> gold, Map<String, List<CodedClaim>> claims) {
    Map<String, List<JsonNode>> byText = new LinkedHashMap<>();
    gold.forEach(
        row -> byText.computeIfAbsent(row.path("text").asText(), t -> new ArrayList<>()).add(row));
    int sources = 0;
    int found = 0;
    int speakers = 0;
    int labelled = 0;
    for (List<JsonNode> rows : byText.values()) {
      Set<Words> said = speakers(claims.get(rows.get(0).path("id").asText()));
      List<Words> all = new ArrayList<>();
      for (JsonNode row : rows) {
        List<Words> own = sources(row);
        all.addAll(own);
        sources += own.isEmpty() ? 0 : 1;
        found += own.stream().anyMatch(source -> said.stream().anyMatch(source::overlap)) ? 1 : 0;
      }
      speakers += said.size();
      labelled += (int) said.stream().filter(one -> all.stream().anyMatch(one::overlap)).count();
    }
    return List.of(
        new Share("attribution sources found", found, sources),
        new Share("speakers among the sources of their text", labelled, speakers));
  }

  private static List<Words> sources(JsonNode row) {
    List<Words> sources = new ArrayList<>();
    row.path("source")
        .forEach(
            span -> sources.add(new Words(span.path("start").asInt(), span.path("end").asInt())));
    return sources;
  }

  private static Set<Words> speakers(List<CodedClaim> claims) {
    Set<Words> speakers = new LinkedHashSet<>();
    for (CodedClaim claim : claims) {
      if (claim.getSpeaker() != null) {
        speakers.add(new Words(claim.getSpeaker().getStart(), claim.getSpeaker().getEnd()));
      }
    }
    return speakers;
  }
}
