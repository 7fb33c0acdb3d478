package org.tensiometer.topology.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.tension.cluster.Cluster;
import org.tensiometer.tension.cluster.DayReports;
import org.tensiometer.tension.cluster.SameEventClusters;
import org.tensiometer.tension.config.TensionConfig;

/** Compares which mentions are one event by their labels with which are by the clusters. */
final class SameEventScore {

  private final List<Mention> mentions;
  private final int[] events;

  /**
   * How many pairs of mentions of one event are found.
   *
   * @param found pairs of mentions in one cluster
   * @param right those of them that have one label
   * @param labelled pairs of mentions with one label
   */
  record Figures(int found, int right, int labelled) {

    double precision() {
      return (double) right / found;
    }

    double recall() {
      return (double) right / labelled;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "precision %d/%d = %.3f, recall %d/%d = %.3f",
          right,
          found,
          precision(),
          right,
          labelled,
          recall());
    }
  }

  SameEventScore(List<Mention> mentions, TensionConfig config) {
    this.mentions = mentions;
    MentionClaims claims = new MentionClaims(mentions, config);
    Map<String, Integer> numbers = new HashMap<>();
    claims.claimIds().forEach(id -> numbers.putIfAbsent(id, numbers.size()));
    int[] component = new int[numbers.size()];
    for (int i = 0; i < component.length; i++) {
      component[i] = i;
    }
    for (List<PairContribution> pair : claims.byPair().values()) {
      for (Cluster cluster : clusters(pair, config)) {
        int first = component[numbers.get(cluster.id())];
        for (String id : cluster.claimIds()) {
          replace(component, component[numbers.get(id)], first);
        }
      }
    }
    events = claims.claimIds().stream().mapToInt(id -> component[numbers.get(id)]).toArray();
  }

  private static void replace(int[] component, int from, int to) {
    for (int i = 0; i < component.length; i++) {
      component[i] = component[i] == from ? to : component[i];
    }
  }

  private static Collection<Cluster> clusters(List<PairContribution> pair, TensionConfig config) {
    SameEventClusters sameEvent = new SameEventClusters(config);
    Map<LocalDate, DayReports> days = new TreeMap<>();
    pair.stream()
        .collect(Collectors.groupingBy(PairContribution::getDay))
        .forEach((day, claims) -> days.put(day, sameEvent.reports(claims)));
    List<Cluster> clusters = new ArrayList<>();
    for (LocalDate day : days.keySet()) {
      clusters.addAll(
          sameEvent.events(
              day,
              new SameEventClusters.Days(
                  days.getOrDefault(day.minusDays(2), DayReports.NONE),
                  days.getOrDefault(day.minusDays(1), DayReports.NONE),
                  days.get(day),
                  days.getOrDefault(day.plusDays(1), DayReports.NONE))));
    }
    return clusters;
  }

  Figures all() {
    return of((one, other) -> true);
  }

  /** Pairs of mentions in different articles only. */
  Figures acrossArticles() {
    return of((one, other) -> !article(one).equals(article(other)));
  }

  private static String article(Mention mention) {
    return mention.sentence().substring(0, mention.sentence().indexOf('#'));
  }

  private Figures of(BiPredicate<Mention, Mention> which) {
    int found = 0;
    int right = 0;
    int labelled = 0;
    for (int i = 0; i < events.length; i++) {
      for (int j = 0; j < i; j++) {
        if (which.test(mentions.get(i), mentions.get(j))) {
          String group = mentions.get(i).group();
          boolean same = group != null && group.equals(mentions.get(j).group());
          boolean clustered = events[i] == events[j];
          found += clustered ? 1 : 0;
          right += clustered && same ? 1 : 0;
          labelled += same ? 1 : 0;
        }
      }
    }
    return new Figures(found, right, labelled);
  }
}
