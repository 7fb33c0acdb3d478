package org.tensiometer.coding.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensiometer.coding.score.Pairs.Pair;
import org.tensiometer.contracts.CodedClaim;

/** Event types, triples, directions and dyads of labelled sentences. */
final class CodingScore {

  private static final Set<String> NO_STATES =
      Set.of("IGO", "UNO", "NATO", "UN", "EU", "EUR", "WEST", "NGO", "MNC");
  private static final int MOST_TYPES = 3;

  private int sentences;
  private int events;
  private int scorable;
  private int triples;
  private int turned;
  private int dyads;

  static List<Share> of(List<JsonNode> gold, Map<String, List<CodedClaim>> claims) {
    CodingScore score = new CodingScore();
    for (JsonNode row : gold) {
      score.add(row, claims.getOrDefault(row.path("id").asText(), List.of()));
    }
    return List.of(
        new Share("event recall", score.events, score.sentences),
        new Share("triple recall", score.triples, score.scorable),
        new Share("direction errors", score.turned, score.scorable),
        new Share("coded dyads per sentence", score.dyads, score.sentences));
  }

  private void add(JsonNode row, List<CodedClaim> all) {
    List<CodedClaim> claims = all.stream().filter(claim -> claim.getCoding() != null).toList();
    Set<Pair> found = new HashSet<>();
    Set<String> types = new HashSet<>();
    for (CodedClaim claim : claims) {
      found.addAll(Pairs.of(claim));
      types.add(claim.getCoding().getEvent().name());
    }
    sentences++;
    dyads += found.size();
    Set<String> accepted = Gold.strings(row.path("accept"));
    boolean guessed = types.size() > MOST_TYPES;
    List<CodedClaim> right =
        claims.stream()
            .filter(claim -> !guessed && accepted.contains(claim.getCoding().getEvent().name()))
            .toList();
    events += right.isEmpty() ? 0 : 1;
    Set<String> source = Gold.strings(row.path("source"));
    Set<String> target = Gold.strings(row.path("target"));
    source.removeAll(NO_STATES);
    target.removeAll(NO_STATES);
    if (!source.isEmpty() && !target.isEmpty() && !source.equals(target)) {
      addTriple(right, Pairs.of(source, target));
    }
  }

  private void addTriple(List<CodedClaim> right, Set<Pair> wanted) {
    Set<Pair> back = Pairs.turned(wanted);
    boolean forward = false;
    boolean backward = false;
    for (CodedClaim claim : right) {
      Set<Pair> pairs = Pairs.of(claim);
      boolean reciprocal = Pairs.isReciprocal(claim);
      forward |= Pairs.meet(pairs, wanted) || reciprocal && Pairs.meet(pairs, back);
      backward |= !reciprocal && Pairs.meet(pairs, back);
    }
    scorable++;
    triples += forward && !backward ? 1 : 0;
    turned += backward ? 1 : 0;
  }
}
