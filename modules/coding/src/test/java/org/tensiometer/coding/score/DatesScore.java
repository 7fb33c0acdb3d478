package org.tensiometer.coding.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tensiometer.contracts.CodedClaim;

/** Labelled days that date some claim, and how many of them are right. */
final class DatesScore {

  private static final int ISO_DAY = 10;

  private DatesScore() {}

  static List<Share> of(List<JsonNode> gold, Map<String, List<CodedClaim>> claims) {
    int labelled = 0;
    int reported = 0;
    int right = 0;
    for (JsonNode row : gold) {
      List<CodedClaim> own = claims.getOrDefault(row.path("id").asText(), List.of());
      for (JsonNode time : row.path("timex")) {
        String day = time.path("value").asText("");
        boolean heading = time.path("functionInDocument").asText("").equals("CREATION_TIME");
        if (day.length() != ISO_DAY || heading) {
          continue;
        }
        labelled++;
        Set<String> mine = days(own, time.path("text").asText());
        reported += mine.isEmpty() ? 0 : 1;
        right += mine.equals(Set.of(day)) ? 1 : 0;
      }
    }
    return List.of(
        new Share("labelled days reported", reported, labelled),
        new Share("reported days right", right, reported));
  }

  private static Set<String> days(List<CodedClaim> claims, String words) {
    return claims.stream()
        .map(CodedClaim::getEventDate)
        .filter(date -> date != null && date.getText() != null && !date.getText().isEmpty())
        .filter(date -> words.contains(date.getText()) || date.getText().contains(words))
        .map(date -> date.getStart().toString())
        .collect(Collectors.toSet());
  }
}
