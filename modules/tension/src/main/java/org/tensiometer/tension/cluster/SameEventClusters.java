package org.tensiometer.tension.cluster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.tension.config.TensionConfig;

/**
 * Finds the events behind the claims of one pair (F3). Claims of one act family and class whose
 * directions fit, whose days are at most one apart and whose sentences are similar tell of one
 * event. Clusters are computed anew from all claims, never grown, so that they follow from the set
 * of claims alone.
 *
 * <p>An event is told for one day and the next at most. A day's report goes on with an event of the
 * day before if that began there; what is told on three days in a row is no single event, and
 * counts on the third day again. So a day follows from the claims of two days before it to one day
 * after it.
 */
public final class SameEventClusters {

  /** How many days after a changed one the events may change. */
  public static final int DAYS_AFTER = 2;

  /** How many days before a changed one the events may change. */
  public static final int DAYS_BEFORE = 1;

  private final SameDay sameDay;
  private final ClusterBuilder builder;
  private final int percent;

  public SameEventClusters(TensionConfig config) {
    this.sameDay = new SameDay(config);
    this.builder = new ClusterBuilder(config.outlets());
    this.percent = config.thresholds().clusterSimilarityPercent();
  }

  /**
   * The claims of a day and of its neighbours.
   *
   * @param twoBefore claims of the second day before
   */
  public record Days(DayReports twoBefore, DayReports before, DayReports day, DayReports after) {

    /** A day between days without claims. */
    public static Days alone(DayReports day) {
      return new Days(DayReports.NONE, DayReports.NONE, day, DayReports.NONE);
    }
  }

  /**
   * @param claims claims of one pair and day, in any order, each once
   */
  public DayReports reports(Collection<PairContribution> claims) {
    return sameDay.reports(claims);
  }

  /** The events of a day; claims without weight are in none. */
  public List<Cluster> events(LocalDate day, Days days) {
    int[][] before = days.before().linksTo(days.twoBefore(), percent);
    int[][] linked = days.day().linksTo(days.before(), percent);
    int[][] next = days.after().linksTo(days.day(), percent);
    List<Report> reports = days.day().reports();
    List<Report> after = days.after().reports();
    List<Report> events = new ArrayList<>();
    int[] eventOf = new int[reports.size()];
    for (int i = 0; i < reports.size(); i++) {
      if (!anyBegan(linked[i], before)) {
        eventOf[i] = events.size();
        events.add(reports.get(i));
      }
    }
    Partition partition = new Partition(events.size() + after.size());
    for (int j = 0; j < after.size(); j++) {
      for (int i : next[j]) {
        // What the day before told too, and did not begin, ends with this day.
        if (linked[i].length == 0) {
          partition.link(eventOf[i], events.size() + j);
        }
      }
    }
    List<Cluster> clusters = new ArrayList<>();
    for (List<Integer> component : partition.components()) {
      // Those that begin after the day are the next day's.
      if (component.get(0) < events.size()) {
        List<Weighed> claims = new ArrayList<>();
        for (int i : component) {
          claims.addAll(
              (i < events.size() ? events.get(i) : after.get(i - events.size())).claims());
        }
        clusters.add(builder.cluster(day, claims));
      }
    }
    return clusters;
  }

  private static boolean anyBegan(int[] reports, int[][] linksOfReports) {
    for (int report : reports) {
      if (linksOfReports[report].length == 0) {
        return true;
      }
    }
    return false;
  }

  /** Events of a day between days without claims. */
  List<Cluster> of(LocalDate day, Collection<PairContribution> claims) {
    return events(day, Days.alone(reports(claims)));
  }
}
