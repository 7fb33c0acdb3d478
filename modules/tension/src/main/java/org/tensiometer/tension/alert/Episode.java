package org.tensiometer.tension.alert;

import java.time.LocalDate;
import java.util.List;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.Ids;

/**
 * A time in which a pair is out of its normal range, or in which grave events follow each other.
 *
 * @param flash whether it is one of grave single events, not of the score
 * @param steps what happened to it, in the order of the days, at least one
 */
public record Episode(boolean flash, List<Step> steps) {

  /**
   * @param kind RAISE, ESCALATE, FLASH or CLEAR
   * @param day day it happened, days since 1970-01-01
   * @param tier tier reached so far
   */
  public record Step(AlertKind kind, int day, int tier) {}

  public Episode {
    steps = List.copyOf(steps);
  }

  public int firstDay() {
    return steps.get(0).day();
  }

  public Step lastStep() {
    return steps.get(steps.size() - 1);
  }

  /** Whether it stands at the end of the calendar. */
  public boolean isOpen() {
    return lastStep().kind() != AlertKind.CLEAR;
  }

  /** Whether it stands at the end of that day. */
  public boolean isOpenAt(int day) {
    return firstDay() <= day && (isOpen() || day < lastStep().day());
  }

  /** Tier it had reached by the end of that day. */
  public int tierAt(int day) {
    int tier = 0;
    for (Step step : steps) {
      tier = step.day() <= day ? step.tier() : tier;
    }
    return tier;
  }

  /** Id of its alert. */
  public String alertId(String pair, String ruleVersion) {
    AlertKind kind = flash ? AlertKind.FLASH : AlertKind.RAISE;
    return Ids.alert(pair, ruleVersion, kind.name(), LocalDate.ofEpochDay(firstDay()));
  }
}
