package org.tensiometer.tension.cluster;

import java.util.List;
import org.tensiometer.contracts.PairContribution;

/**
 * The claims of one pair and day, those that tell of one event together.
 *
 * @param claims number of claims
 * @param weighed those of them that are weighed, sorted by id
 * @param reports the weighed claims that have a weight, each in one report
 */
public record DayReports(int claims, List<PairContribution> weighed, List<Report> reports) {

  /** A day without claims. */
  public static final DayReports NONE = new DayReports(0, List.of(), List.of());

  public DayReports {
    weighed = List.copyOf(weighed);
    reports = List.copyOf(reports);
  }
}
