package org.tensiometer.coding.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tensiometer.coding.score.Pairs.Pair;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.CodedClaim;

/** One article of which every claim is labelled. */
final class SeedScore {

  private static final int ISO_DAY = 10;

  private record Counted(String label, String event, Set<Pair> pairs) {}

  private final List<JsonNode> gold;
  private final int[] paragraphs;
  private final List<CodedClaim> claims;
  private int core;
  private int found;
  private int factuality;
  private int voiced;
  private int speakers;
  private int dated;
  private int dates;

  private SeedScore(String text, List<JsonNode> gold, List<CodedClaim> claims) {
    this.gold = gold.stream().filter(row -> !row.path("accept").isEmpty()).toList();
    this.paragraphs = paragraphs(text);
    this.claims = claims.stream().filter(claim -> claim.getCoding() != null).toList();
  }

  static List<Share> of(String text, List<JsonNode> gold, List<CodedClaim> claims) {
    return new SeedScore(text, gold, claims).score();
  }

  private List<Share> score() {
    gold.stream().filter(row -> row.path("core").asBoolean()).forEach(this::addCore);
    List<CodedClaim> dyadic = claims.stream().filter(claim -> !Pairs.of(claim).isEmpty()).toList();
    Set<Counted> good = new HashSet<>();
    for (CodedClaim claim : dyadic) {
      gold.stream()
          .filter(row -> matches(claim, row))
          .findFirst()
          .ifPresent(row -> good.add(counted(row, claim)));
    }
    return List.of(
        new Share("core claims found", found, core),
        new Share("precision of dyads", good.size(), dyadic.size()),
        new Share("factuality right", factuality, found),
        new Share("speaker right", speakers, voiced),
        new Share("date right", dates, dated));
  }

  private static Counted counted(JsonNode row, CodedClaim claim) {
    return new Counted(
        row.path("id").asText(), claim.getCoding().getEvent().name(), Pairs.of(claim));
  }

  private void addCore(JsonNode row) {
    core++;
    List<CodedClaim> hits = claims.stream().filter(claim -> matches(claim, row)).toList();
    if (hits.isEmpty()) {
      return;
    }
    found++;
    String certainty = row.path("factuality").asText();
    factuality +=
        hits.stream().allMatch(hit -> hit.getFactuality().name().equals(certainty)) ? 1 : 0;
    String speaker = row.path("speaker").asText();
    if (!speaker.isEmpty()) {
      List<String> voices = Arrays.asList(speaker.split("\\+"));
      voiced++;
      speakers += hits.stream().allMatch(hit -> voices.contains(country(hit.getSpeaker()))) ? 1 : 0;
    }
    String date = row.path("event_date").asText();
    if (!date.isEmpty()) {
      dated++;
      dates += hits.stream().allMatch(hit -> day(hit).equals(date.substring(0, ISO_DAY))) ? 1 : 0;
    }
  }

  private static String country(Actor speaker) {
    return speaker == null ? null : speaker.getCountry();
  }

  private static String day(CodedClaim claim) {
    return claim.getEventDate() == null ? "" : claim.getEventDate().getStart().toString();
  }

  /** Same words, an accepted event, and no country on either side that the label lacks. */
  private boolean matches(CodedClaim claim, JsonNode row) {
    int start = paragraphs[row.path("paragraph").asInt() - 1] + row.path("trigger_start").asInt();
    int end = start + row.path("trigger").asText().length();
    boolean here = claim.getPredicate().getStart() < end && claim.getPredicate().getEnd() > start;
    Set<String> events = Gold.strings(row.path("accept"));
    if (!here || !events.contains(claim.getCoding().getEvent().name())) {
      return false;
    }
    Set<String> from = Pairs.codes(claim.getSource());
    Set<String> to = Pairs.codes(claim.getTarget());
    return within(row, from, to) || Pairs.isReciprocal(claim) && within(row, to, from);
  }

  private static boolean within(JsonNode row, Set<String> from, Set<String> to) {
    return within(Gold.strings(row.path("source")), from)
        && within(Gold.strings(row.path("target")), to);
  }

  private static boolean within(Set<String> labelled, Set<String> codes) {
    return labelled.isEmpty() || !codes.isEmpty() && labelled.containsAll(codes);
  }

  private static int[] paragraphs(String text) {
    List<Integer> starts = new ArrayList<>();
    int position = 0;
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        starts.add(position);
      }
      position += line.length() + 1;
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }
}
