package org.tensiometer.operations.generations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.wire.generations.Fingerprint;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/** Compares the last records of two generations, key by key. */
public final class Comparison {

  private static final int WINDOW_DAYS = 7;

  private final Map<String, ?> clientConfig;
  private final Topics live;
  private final Topics replayed;
  private final AvroSerdes serdes;

  /** How a claim is coded, and whom it concerns when. */
  private record Coding(
      String words, Set<String> pairs, LocalDate day, String lexicon, String engine) {}

  /** A claim that is coded otherwise. */
  private record Recoding(Set<String> pairs, LocalDate day, String words) {}

  public Comparison(Map<String, ?> clientConfig, Topics live, Topics replayed) {
    this.clientConfig = Map.copyOf(clientConfig);
    this.live = live;
    this.replayed = replayed;
    serdes = new AvroSerdes(clientConfig);
  }

  /**
   * What differs.
   *
   * @param partial whether only a part was replayed; then days, claims and alerts that it does not
   *     have say nothing
   */
  public GenerationDiff diff(boolean partial) {
    Map<String, Coding> before = codings(live);
    Map<String, Coding> after = codings(replayed);
    if (partial) {
      before.keySet().retainAll(after.keySet());
    }
    List<Recoding> recodings = recodings(before, after);
    Map<String, List<Recoding>> byPair = new HashMap<>();
    recodings.forEach(
        recoding ->
            recoding
                .pairs()
                .forEach(
                    pair -> byPair.computeIfAbsent(pair, p -> new ArrayList<>()).add(recoding)));
    Map<String, TensionIndicator> liveDays = last(live.indicators());
    Map<String, TensionIndicator> replayedDays = last(replayed.indicators());
    if (partial) {
      liveDays.keySet().retainAll(replayedDays.keySet());
    }
    List<ChangedDay> changed = new ArrayList<>();
    int same = 0;
    for (String key : union(liveDays.keySet(), replayedDays.keySet())) {
      TensionIndicator one = liveDays.get(key);
      TensionIndicator other = replayedDays.get(key);
      if (Fingerprint.of(one).equals(Fingerprint.of(other))) {
        same++;
      } else {
        changed.add(new ChangedDay(key, one, other, causes(one == null ? other : one, byPair)));
      }
    }
    changed.sort(Comparator.comparingDouble(ChangedDay::levelChange).reversed());
    Set<String> liveAlerts = last(live.alerts()).keySet();
    Set<String> replayedAlerts = last(replayed.alerts()).keySet();
    return new GenerationDiff(
        same,
        List.copyOf(changed),
        versions(before, Coding::lexicon),
        versions(after, Coding::lexicon),
        versions(before, Coding::engine),
        versions(after, Coding::engine),
        recodings.size(),
        partial ? Set.of() : minus(liveAlerts, replayedAlerts),
        minus(replayedAlerts, liveAlerts));
  }

  private static Map<String, Integer> causes(
      TensionIndicator indicator, Map<String, List<Recoding>> byPair) {
    Map<String, Integer> causes = new TreeMap<>();
    LocalDate first = indicator.getDay().minusDays(WINDOW_DAYS - 1);
    for (Recoding recoding : byPair.getOrDefault(indicator.getPair(), List.of())) {
      if (!recoding.day().isBefore(first) && !recoding.day().isAfter(indicator.getDay())) {
        causes.merge(recoding.words(), 1, Integer::sum);
      }
    }
    return causes;
  }

  private static List<Recoding> recodings(Map<String, Coding> before, Map<String, Coding> after) {
    List<Recoding> recodings = new ArrayList<>();
    for (String id : union(before.keySet(), after.keySet())) {
      Coding one = before.get(id);
      Coding other = after.get(id);
      String was = one == null ? "no claim" : one.words();
      String is = other == null ? "no claim" : other.words();
      if (!was.equals(is) || !one.pairs().equals(other.pairs())) {
        Set<String> pairs = new TreeSet<>();
        pairs.addAll(one == null ? Set.of() : one.pairs());
        pairs.addAll(other == null ? Set.of() : other.pairs());
        recodings.add(new Recoding(pairs, (other == null ? one : other).day(), was + " -> " + is));
      }
    }
    return recodings;
  }

  private Map<String, Coding> codings(Topics topics) {
    Map<String, Coding> codings = new HashMap<>();
    last(topics.codedClaims()).values().stream()
        .sorted(Comparator.comparingInt(CodedClaim::getClaimIndex))
        .forEach(claim -> put(claim, codings));
    return codings;
  }

  /**
   * By the place of its predicate in the article, since another analysis numbers claims otherwise.
   */
  private static void put(CodedClaim claim, Map<String, Coding> codings) {
    String place = claim.getArticleId() + '@' + claim.getPredicate().getStart();
    for (int more = 0; codings.putIfAbsent(place + '+' + more, coding(claim)) != null; ) {
      more++;
    }
  }

  private static Coding coding(CodedClaim claim) {
    String words =
        claim.getDisposition() == Disposition.INDEXED && claim.getCoding() != null
            ? claim.getCoding().getEvent()
                + " by "
                + claim.getCoding().getRule()
                + ' '
                + claim.getFactuality()
            : claim.getDisposition()
                + (claim.getReason() == null ? "" : " (" + claim.getReason() + ')');
    Set<String> pairs = new TreeSet<>();
    for (Actor source : claim.getSource()) {
      for (Actor target : claim.getTarget()) {
        if (source.getCountry() != null
            && target.getCountry() != null
            && !source.getCountry().equals(target.getCountry())) {
          pairs.add(CountryPair.of(source.getCountry(), target.getCountry()).toString());
        }
      }
    }
    String engine = claim.getEngine().getName() + ' ' + claim.getEngine().getVersion();
    return new Coding(words, pairs, claim.getDay(), claim.getLexicon(), engine);
  }

  private static Set<String> versions(
      Map<String, Coding> codings, Function<Coding, String> version) {
    return codings.values().stream().map(version).collect(Collectors.toCollection(TreeSet::new));
  }

  private <V extends SpecificRecord> Map<String, V> last(TopicDescriptor<V> topic) {
    Map<String, V> last = new HashMap<>();
    try (Consumer<String, byte[]> consumer =
            TopicContents.consumer(clientConfig, topic.name() + "-comparison");
        Deserializer<V> values = serdes.valueDeserializer(topic.valueType())) {
      TopicContents.read(
          consumer,
          topic.name(),
          record -> {
            V value = values.deserialize(record.topic(), record.value());
            if (value == null) {
              last.remove(record.key());
            } else {
              last.put(record.key(), value);
            }
          });
    }
    return last;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> union = new TreeSet<>(one);
    union.addAll(other);
    return union;
  }

  private static Set<String> minus(Set<String> one, Set<String> other) {
    Set<String> left = new TreeSet<>(one);
    left.removeAll(other);
    return left;
  }
}
