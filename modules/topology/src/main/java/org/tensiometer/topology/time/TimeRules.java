package org.tensiometer.topology.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;

/**
 * Which times of a claim are believed, and until when it counts. All are days, UTC.
 *
 * @param version version of the rules
 * @param lateAfterDays a claim received more days than this after its day is late
 * @param historicalAfterDays a claim whose day is more days than this before its publication is
 *     history
 * @param clockSkewDays days by which a publication may be dated after receipt, and a receipt, a
 *     revision or a tick after the record that tells it was written
 * @param earliestEventDay first day that is believed of an event
 * @param eventHorizonDays days after receipt up to which an announced event is believed
 */
public record TimeRules(
    String version,
    int lateAfterDays,
    int historicalAfterDays,
    int clockSkewDays,
    LocalDate earliestEventDay,
    int eventHorizonDays) {

  private static final String FILE = "time-rules.properties";

  /** The rules that come with this version. */
  public static TimeRules withDefaults() {
    Properties file = new Properties();
    try (InputStream in = TimeRules.class.getResourceAsStream(FILE)) {
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
    return new TimeRules(
        text(file, "version"),
        days(file, "late.after.days"),
        days(file, "historical.after.days"),
        days(file, "clock.skew.days"),
        LocalDate.parse(text(file, "earliest.event.day")),
        days(file, "event.horizon.days"));
  }

  /**
   * The latest time that a record may tell.
   *
   * @param written when it was written, as it says itself, so that every replay judges alike
   */
  public Instant latestCredible(Instant written) {
    return written.plus(Duration.ofDays(clockSkewDays));
  }

  /** The first day that a feed may begin with: what counts is published after 1970-01-01. */
  LocalDate earliestFeedDay() {
    return LocalDate.EPOCH.minusDays(historicalAfterDays);
  }

  private static int days(Properties file, String name) {
    int days = Integer.parseInt(text(file, name));
    if (days < 0) {
      throw new IllegalArgumentException(FILE + ": " + name + " must not be negative: " + days);
    }
    return days;
  }

  private static String text(Properties file, String name) {
    String text = file.getProperty(name);
    if (text == null) {
      throw new IllegalArgumentException(FILE + ": " + name + " is missing");
    }
    return text.trim();
  }
}
