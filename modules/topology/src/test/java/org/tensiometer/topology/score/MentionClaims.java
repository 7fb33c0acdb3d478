package org.tensiometer.topology.score;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensiometer.coding.Lexicon;
import org.tensiometer.coding.actors.PhraseResolver;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.Attribution;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DayBasis;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Engine;
import org.tensiometer.contracts.EventCoding;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.contracts.Revision;
import org.tensiometer.contracts.SentenceSpan;
import org.tensiometer.tension.cluster.Contributions;
import org.tensiometer.tension.config.TensionConfig;

/**
 * The claims that a coder would make of labelled mentions. Mentions of one sentence and code are
 * one claim with several parties: one predicate tells of all of them. Its words are the roles of
 * its parties, for the data has no text; a claim counts in each pair of different parties.
 */
final class MentionClaims {

  private final PhraseResolver resolver;
  private final Contributions contributions;
  private final Map<String, List<PairContribution>> byPair = new TreeMap<>();
  private final List<String> claimIds = new ArrayList<>();

  MentionClaims(List<Mention> mentions, TensionConfig config) {
    Lexicon lexicon = Lexicon.bundled();
    this.resolver = new PhraseResolver(lexicon.actors(), lexicon.phraseWords());
    this.contributions = new Contributions(config);
    Map<String, List<Mention>> claims = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      String id = mention.sentence() + "#" + mention.cameo();
      claimIds.add(id);
      claims.computeIfAbsent(id, i -> new ArrayList<>()).add(mention);
    }
    claims.forEach(this::add);
  }

  /** The claim of each mention, in the order of the mentions. */
  List<String> claimIds() {
    return claimIds;
  }

  /** What each pair of parties got. */
  Map<String, List<PairContribution>> byPair() {
    return byPair;
  }

  private void add(String id, List<Mention> mentions) {
    Map<String, Set<Direction>> pairs = new TreeMap<>();
    for (Mention mention : mentions) {
      String source = party(mention.source(), mention);
      String target = party(mention.target(), mention);
      if (!target.isEmpty() && !source.equals(target)) {
        boolean forward = source.compareTo(target) < 0;
        pairs
            .computeIfAbsent(
                forward ? source + '|' + target : target + '|' + source,
                pair -> EnumSet.noneOf(Direction.class))
            .add(forward ? Direction.A_TO_B : Direction.B_TO_A);
      }
    }
    pairs.forEach(
        (pair, directions) -> {
          Direction direction =
              directions.size() == 1 ? directions.iterator().next() : Direction.BOTH;
          PairClaim claim = new PairClaim("AAA-BBB", direction, false, claim(id, mentions));
          byPair.computeIfAbsent(pair, p -> new ArrayList<>()).add(contributions.numbers(claim));
        });
  }

  /** The country, or the name itself where there is none. */
  private String party(String text, Mention mention) {
    if (text.isEmpty()) {
      return "";
    }
    String name = Mention.name(text);
    return resolver.resolve(name, YearMonth.from(mention.date())).stream()
        .map(party -> party.code())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(name);
  }

  private static CodedClaim claim(String id, List<Mention> mentions) {
    Mention first = mentions.get(0);
    Instant published = first.date().atStartOfDay(ZoneOffset.UTC).toInstant();
    String roles =
        mentions.stream()
            .flatMap(m -> Stream.of(Mention.role(m.source()), Mention.role(m.target())))
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    return CodedClaim.newBuilder()
        .setClaimId(id)
        .setArticleId(first.sentence())
        .setOutlet(first.agency())
        .setPublished(published)
        .setReceivedAt(published)
        .setRevision(new Revision(published, id))
        .setClaimIndex(0)
        .setGeneration("score")
        .setSentence(new SentenceSpan(0, 0, roles.length(), roles))
        .setAttribution(Attribution.NARRATED)
        .setPredicate(new Predicate("", "", 0, 0, 0, PredicateKind.VERB))
        .setSource(actors(mentions.stream().map(Mention::source)))
        .setTarget(actors(mentions.stream().map(Mention::target)))
        .setCoding(
            EventCoding.newBuilder()
                .setEvent(first.event())
                .setQuad(QuadClass.VERBAL_CONFLICT)
                .setIntensityMicros(-500_000)
                .setReciprocal(false)
                .setRule("label")
                .build())
        .setFactuality(Factuality.ASSERTED)
        .setHistorical(false)
        .setDay(first.date())
        .setDayBasis(DayBasis.PUBLISHED)
        .setConfidence(1)
        .setLexicon("label")
        .setCoder("label")
        .setEngine(new Engine("label", "1"))
        .setDisposition(Disposition.INDEXED)
        .build();
  }

  private static List<Actor> actors(Stream<String> parties) {
    return parties
        .filter(party -> !party.isEmpty())
        .distinct()
        .map(party -> Actor.newBuilder().setText(Mention.name(party)).setStart(0).setEnd(0).build())
        .toList();
  }
}
