package org.tensiometer.claims.time;

import static org.tensiometer.claims.time.TimeRule.absolute;
import static org.tensiometer.claims.time.TimeRule.relative;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import org.tensiometer.claims.grammar.WordLists;
import org.tensiometer.contracts.Granularity;

/** How English news writes times, and what it means by them. */
final class TimeRules {

  private static final String DAY =
      "(monday|tuesday|wednesday|thursday|friday|saturday|sunday"
          + "|mon\\.|tues?\\.|wed\\.|thurs?\\.|fri\\.|sat\\.|sun\\.)";
  private static final String MONTH =
      "(january|february|march|april|may|june|july|august|september|october|november|december"
          + "|jan\\.?|feb\\.?|mar\\.|apr\\.?|jun\\.|jul\\.|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?)";
  private static final String DAY_OF_MONTH = "(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?";
  private static final String YEAR = "(1[5-9]\\d\\d|20\\d\\d)";
  private static final String PART =
      "(?:\\s+(?:early\\s+)?(?:morning|afternoon|evening|night|lunchtime|noon|midnight))?";
  private static final String SPAN_BEFORE = "(?:(?:early|late|earlier|later)\\s+(?:on\\s+)?)?";
  private static final String NUMBER =
      "(\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
          + "|thirty|forty|fifty|a few|several|a couple of)";
  private static final String UNIT = "(day|week|month|year|decade|century|centurie)s?";
  private static final String ABOUT =
      "(?:(?:about|nearly|almost|around|some|over|more than|less than|just)\\s+)?";
  private static final String AFTER_PREPOSITION =
      "(?<=\\b(?:in|since|of|from|until|till|by|during|before|after|and|to|early|late|mid|year|between)[\\s-])";

  /** A tense outweighs so many days: "by 14 January" looks ahead in a past tense too. */
  private static final int TENSE_DAYS = 60;

  private static final Map<String, Period> ERAS = eras();

  static final List<TimeRule> ALL =
      List.of(
          absolute(
              "iso-date",
              "(\\d{4})-(\\d\\d)-(\\d\\d)(?:T[\\d:.]+Z?)?",
              (m, now, to) -> Period.day(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)))),
          absolute(
              "month-day-year",
              "(?:" + DAY + ",?\\s+)?" + MONTH + "\\s+" + DAY_OF_MONTH + ",?\\s+" + YEAR,
              (m, now, to) -> Period.day(LocalDate.of(number(m, 4), month(m, 2), number(m, 3)))),
          absolute(
              "day-month-year",
              "(?:" + DAY + ",?\\s+)?" + DAY_OF_MONTH + "\\s+(?:of\\s+)?" + MONTH + ",?\\s+" + YEAR,
              (m, now, to) -> Period.day(LocalDate.of(number(m, 4), month(m, 3), number(m, 2)))),
          relative(
              "month-day-to-day",
              MONTH + "\\s+" + DAY_OF_MONTH + "\\s?(?:-|–|to|and|through)\\s?" + DAY_OF_MONTH,
              (m, now, to) ->
                  days(nearest(MonthDay.of(month(m, 1), number(m, 2)), now, to), number(m, 3))),
          relative(
              "day-to-day-month",
              DAY_OF_MONTH + "\\s?(?:-|–|to|and)\\s?" + DAY_OF_MONTH + "\\s+" + MONTH,
              (m, now, to) ->
                  days(nearest(MonthDay.of(month(m, 3), number(m, 1)), now, to), number(m, 2))),
          relative(
              "month-day",
              "(?:" + DAY + ",?\\s+)?" + MONTH + "\\s+" + DAY_OF_MONTH,
              (m, now, to) -> Period.day(nearest(MonthDay.of(month(m, 2), number(m, 3)), now, to))),
          relative(
              "day-month",
              "(?:" + DAY + ",?\\s+)?(?:the\\s+)?" + DAY_OF_MONTH + "\\s+(?:of\\s+)?" + MONTH,
              (m, now, to) -> Period.day(nearest(MonthDay.of(month(m, 3), number(m, 2)), now, to))),
          absolute(
              "month-year",
              "(?:(?:early|late|mid)[\\s-])?" + MONTH + ",?\\s+(?:of\\s+)?" + YEAR,
              (m, now, to) -> Period.month(YearMonth.of(number(m, 2), month(m, 1)))),
          relative(
              "last-month-name",
              "(last|next|this)\\s+" + MONTH,
              (m, now, to) -> Period.month(namedMonth(month(m, 2), now, m.group(1)))),
          relative(
              "last-month-day",
              "(last|next)\\s+" + MONTH + "\\s+" + DAY_OF_MONTH,
              (m, now, to) ->
                  Period.day(namedMonth(month(m, 2), now, m.group(1)).atDay(number(m, 3)))),
          relative(
              "month-name",
              "(?<=\\b(?:in|since|until|by|during|from|of|before|after|and|to|early|late|mid)[\\s-])"
                  + MONTH,
              (m, now, to) -> Period.month(nearest(month(m, 1), now, to))),
          relative(
              "last-weekday",
              "(last|next|this|the following|the previous)\\s+" + DAY + PART,
              (m, now, to) -> Period.day(weekday(m.group(1), weekday(m, 2), now, to))),
          relative(
              "day-before-weekday",
              "(?:the\\s+)?day\\s+(before|after)\\s+(last\\s+|next\\s+)?" + DAY,
              (m, now, to) -> Period.day(beside(m, now, to))),
          relative(
              "weekday-of-week",
              DAY + PART + "\\s+(last|next|this)\\s+week",
              (m, now, to) -> Period.day(ofWeek(weekday(m, 1), m.group(2), now))),
          relative(
              "weekday-range",
              DAY + "\\s?(?:-|–|to|and|through|or)\\s?" + DAY,
              (m, now, to) -> weekdays(weekday(m, 1), weekday(m, 2), now, to)),
          relative(
              "weekday",
              SPAN_BEFORE + DAY + PART,
              (m, now, to) -> Period.day(nearest(weekday(m, 1), now, to))),
          relative(
              "day-before-yesterday",
              "the day before yesterday",
              (m, now, to) -> Period.day(now.minusDays(2))),
          relative(
              "day-after-tomorrow",
              "the day after tomorrow",
              (m, now, to) -> Period.day(now.plusDays(2))),
          relative(
              "yesterday",
              SPAN_BEFORE + "(?:yesterday" + PART + "|last night|overnight)",
              (m, now, to) -> Period.day(now.minusDays(1))),
          relative(
              "tomorrow",
              SPAN_BEFORE + "tomorrow" + PART,
              (m, now, to) -> Period.day(now.plusDays(1))),
          relative(
              "today",
              SPAN_BEFORE + "(?:today|tonight|this\\s+(?:morning|afternoon|evening))",
              (m, now, to) -> Period.day(now)),
          relative(
              "this-unit",
              "(?:(?:earlier|later|early|late)\\s+)?(this|last|next|the past|the last|the previous|the coming|past)\\s+(week|month|quarter|year|decade|century)",
              (m, now, to) -> shifted(m.group(2), shift(m.group(1)), now)),
          relative(
              "this-weekend",
              "(this|last|next|the past|over the)\\s+weekend|the weekend",
              (m, now, to) -> weekend(m.group(1), now, to)),
          relative(
              "past-units",
              "(?:the\\s+)?(?:past|last|previous)\\s+" + ABOUT + NUMBER + "\\s+" + UNIT,
              (m, now, to) -> Period.days(now.minus(amount(m, 1), unit(m, 2)), now)),
          relative(
              "coming-units",
              "(?:the\\s+)?(?:next|coming)\\s+" + ABOUT + NUMBER + "\\s+" + UNIT,
              (m, now, to) -> Period.days(now, now.plus(amount(m, 1), unit(m, 2)))),
          relative(
              "units-ago",
              ABOUT + NUMBER + "\\s+" + UNIT + "\\s+(?:ago|earlier|before)",
              (m, now, to) -> away(now, -amount(m, 1), unit(m, 2))),
          relative(
              "units-hence",
              "(?:in|within)\\s+"
                  + ABOUT
                  + NUMBER
                  + "\\s+"
                  + UNIT
                  + "(?:['’]?\\s+time|\\s+from now)",
              (m, now, to) -> away(now, amount(m, 1), unit(m, 2))),
          relative(
              "recent-units",
              "(?:the\\s+)?(?:recent|past|last)\\s+(days|weeks|months|years|decades)",
              (m, now, to) -> recent(m.group(1), now)),
          relative(
              "days-ago",
              "(days|weeks|months|years|decades|centuries)\\s+(?:ago|earlier)",
              (m, now, to) -> recent(m.group(1), now)),
          relative(
              "season",
              "(?:(last|this|next)\\s+)(spring|summer|autumn|fall|winter)",
              (m, now, to) -> season(m.group(1), m.group(2), now)),
          absolute(
              "quarter",
              "(?:the\\s+)?(first|second|third|fourth)\\s+quarter\\s+of\\s+" + YEAR,
              (m, now, to) ->
                  Period.quarter(LocalDate.of(number(m, 2), 3 * ordinal(m.group(1)) - 2, 1))),
          absolute(
              "year-range",
              "(?:between\\s+)?" + YEAR + "\\s?(?:-|–|to)\\s?" + YEAR,
              (m, now, to) ->
                  number(m, 2) < number(m, 1) ? null : Period.years(number(m, 1), number(m, 2))),
          absolute(
              "decade",
              "(?:the\\s+)?(?:(?:early|late|mid)[\\s-])?(1[5-9]\\d0|20\\d0)s",
              (m, now, to) -> Period.years(number(m, 1), number(m, 1) + 9)),
          absolute(
              "century",
              "(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)[\\s-]century",
              (m, now, to) -> Period.years(100 * number(m, 1) - 99, 100 * number(m, 1))),
          absolute(
              "era",
              "(?:the\\s+)?(" + String.join("|", ERAS.keySet()) + ")(?!-era)",
              (m, now, to) -> ERAS.get(lower(m.group(1)))),
          absolute("year", AFTER_PREPOSITION + YEAR, (m, now, to) -> Period.year(number(m, 1))));

  private TimeRules() {}

  /** Named periods of history, the longest name first, as a pattern needs them. */
  private static Map<String, Period> eras() {
    List<String> lines = new ArrayList<>(WordLists.lines(TimeRules.class, "eras.tsv"));
    lines.sort(Comparator.comparingInt(line -> -line.indexOf('\t')));
    Map<String, Period> eras = new LinkedHashMap<>();
    for (String line : lines) {
      String[] fields = line.split("\t");
      eras.put(fields[0], Period.years(Integer.parseInt(fields[1]), Integer.parseInt(fields[2])));
    }
    return eras;
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private static Month month(MatchResult match, int group) {
    String start = match.group(group).substring(0, 3).toUpperCase(Locale.ROOT);
    for (Month month : Month.values()) {
      if (month.name().startsWith(start)) {
        return month;
      }
    }
    throw new IllegalStateException("No month starts with " + start);
  }

  private static DayOfWeek weekday(MatchResult match, int group) {
    String start = match.group(group).substring(0, 2).toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().startsWith(start)) {
        return day;
      }
    }
    throw new IllegalStateException("No weekday starts with " + start);
  }

  private static int ordinal(String word) {
    return List.of("first", "second", "third", "fourth").indexOf(lower(word)) + 1;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /** A weekday of an article's own day is that day; otherwise the tense decides the direction. */
  private static LocalDate nearest(DayOfWeek day, LocalDate now, TimeDirection direction) {
    int ahead = Math.floorMod(day.getValue() - now.getDayOfWeek().getValue(), 7);
    if (ahead == 0) {
      return now;
    }
    if (direction == TimeDirection.NEAREST) {
      return ahead <= 3 ? now.plusDays(ahead) : now.minusDays(7L - ahead);
    }
    return direction == TimeDirection.FUTURE ? now.plusDays(ahead) : now.minusDays(7L - ahead);
  }

  private static LocalDate weekday(
      String word, DayOfWeek day, LocalDate now, TimeDirection direction) {
    return switch (lower(word)) {
      case "last", "the previous" -> nearest(day, now.minusDays(1), TimeDirection.PAST);
      case "next", "the following" -> nearest(day, now.plusDays(1), TimeDirection.FUTURE);
      default ->
          nearest(day, now, direction == TimeDirection.PAST ? direction : TimeDirection.FUTURE);
    };
  }

  /** The day before or after a weekday. */
  private static LocalDate beside(MatchResult match, LocalDate now, TimeDirection direction) {
    String word = match.group(2) == null ? "" : lower(match.group(2)).strip();
    LocalDate day =
        word.isEmpty()
            ? nearest(weekday(match, 3), now, direction)
            : weekday(word, weekday(match, 3), now, direction);
    return day.plusDays(lower(match.group(1)).equals("before") ? -1 : 1);
  }

  private static LocalDate ofWeek(DayOfWeek day, String word, LocalDate now) {
    LocalDate monday = Period.week(now).start().plusWeeks(shift(word));
    return monday.plusDays(day.getValue() - 1L);
  }

  private static Period weekdays(
      DayOfWeek first, DayOfWeek last, LocalDate now, TimeDirection direction) {
    int length = Math.floorMod(last.getValue() - first.getValue(), 7);
    LocalDate start = nearest(first, now, direction);
    // A past range ends no later than the article that tells of it.
    if (direction == TimeDirection.PAST && start.plusDays(length).isAfter(now)) {
      start = start.minusWeeks(1);
    }
    return Period.days(start, start.plusDays(length));
  }

  /** The date closest to publication, given its tense. */
  private static LocalDate nearest(MonthDay date, LocalDate now, TimeDirection to) {
    LocalDate best = date.atYear(now.getYear());
    for (int year : List.of(now.getYear() - 1, now.getYear() + 1)) {
      LocalDate other = date.atYear(year);
      best = distance(other, now, to) < distance(best, now, to) ? other : best;
    }
    return best;
  }

  private static long distance(LocalDate day, LocalDate now, TimeDirection to) {
    long days = ChronoUnit.DAYS.between(now, day);
    boolean against =
        days > 0 && to == TimeDirection.PAST || days < 0 && to == TimeDirection.FUTURE;
    return Math.abs(days) + (against ? TENSE_DAYS : 0);
  }

  private static YearMonth nearest(Month month, LocalDate now, TimeDirection direction) {
    YearMonth thisYear = YearMonth.of(now.getYear(), month);
    YearMonth current = YearMonth.from(now);
    if (direction == TimeDirection.FUTURE) {
      return thisYear.isBefore(current) ? thisYear.plusYears(1) : thisYear;
    }
    return thisYear.isAfter(current) ? thisYear.minusYears(1) : thisYear;
  }

  private static YearMonth namedMonth(Month month, LocalDate now, String word) {
    return switch (lower(word)) {
      case "last" -> nearest(month, now.minusMonths(1), TimeDirection.PAST);
      case "next" -> nearest(month, now.plusMonths(1), TimeDirection.FUTURE);
      default -> YearMonth.of(now.getYear(), month);
    };
  }

  private static Period days(LocalDate first, int lastDay) {
    return Period.days(first, first.withDayOfMonth(Math.max(lastDay, first.getDayOfMonth())));
  }

  private static int shift(String word) {
    return switch (lower(word)) {
      case "this" -> 0;
      case "next", "the coming" -> 1;
      default -> -1;
    };
  }

  private static Period shifted(String unit, int shift, LocalDate now) {
    return switch (lower(unit)) {
      case "week" -> Period.week(now.plusWeeks(shift));
      case "month" -> Period.month(YearMonth.from(now).plusMonths(shift));
      case "quarter" -> Period.quarter(now.plusMonths(3L * shift));
      case "year" -> Period.year(now.getYear() + shift);
      case "decade" ->
          Period.years(
              now.getYear() / 10 * 10 + 10 * shift, now.getYear() / 10 * 10 + 10 * shift + 9);
      default ->
          Period.years(
              now.getYear() / 100 * 100 + 100 * shift,
              now.getYear() / 100 * 100 + 100 * shift + 99);
    };
  }

  private static Period weekend(String word, LocalDate now, TimeDirection direction) {
    String which = word == null ? "" : lower(word);
    LocalDate saturday = Period.week(now).start().plusDays(5);
    boolean past =
        which.equals("last")
            || which.equals("the past")
            || !which.equals("next") && direction != TimeDirection.FUTURE;
    if (past && saturday.isAfter(now)) {
      saturday = saturday.minusWeeks(1);
    } else if (which.equals("next")) {
      saturday = saturday.plusWeeks(1);
    }
    return Period.days(saturday, saturday.plusDays(1));
  }

  private static int amount(MatchResult match, int group) {
    String word = lower(match.group(group));
    if (Character.isDigit(word.charAt(0))) {
      return Integer.parseInt(word);
    }
    return switch (word) {
      case "two", "a couple of" -> 2;
      case "three", "a few" -> 3;
      case "four", "several" -> 4;
      case "five" -> 5;
      case "six" -> 6;
      case "seven" -> 7;
      case "eight" -> 8;
      case "nine" -> 9;
      case "ten" -> 10;
      case "eleven" -> 11;
      case "twelve" -> 12;
      case "fifteen" -> 15;
      case "twenty" -> 20;
      case "thirty" -> 30;
      case "forty" -> 40;
      case "fifty" -> 50;
      default -> 1;
    };
  }

  private static ChronoUnit unit(MatchResult match, int group) {
    return switch (lower(match.group(group))) {
      case "day" -> ChronoUnit.DAYS;
      case "week" -> ChronoUnit.WEEKS;
      case "month" -> ChronoUnit.MONTHS;
      case "year" -> ChronoUnit.YEARS;
      case "decade" -> ChronoUnit.DECADES;
      default -> ChronoUnit.CENTURIES;
    };
  }

  /** So many units away: a day for days, the whole unit otherwise. */
  private static Period away(LocalDate now, int amount, ChronoUnit unit) {
    LocalDate then = now.plus(amount, unit);
    return switch (unit) {
      case DAYS -> Period.day(then);
      case WEEKS -> Period.week(then);
      case MONTHS -> Period.month(YearMonth.from(then));
      case YEARS -> Period.year(then.getYear());
      default -> Period.years(then.getYear() - 5, then.getYear() + 5);
    };
  }

  /** An uncounted number of units before now, taken as between two and ten of them. */
  private static Period recent(String units, LocalDate now) {
    return switch (lower(units)) {
      case "days" -> Period.days(now.minusDays(7), now);
      case "weeks" -> Period.days(now.minusWeeks(6), now);
      case "months" -> Period.days(now.minusMonths(10), now);
      case "years" -> Period.days(now.minusYears(5), now);
      default -> Period.days(now.minusYears(30), now);
    };
  }

  /** Seasons of the northern hemisphere, by whole months. */
  private static Period season(String word, String season, LocalDate now) {
    int first =
        switch (lower(season)) {
          case "spring" -> 3;
          case "summer" -> 6;
          case "winter" -> 12;
          default -> 9;
        };
    YearMonth start = YearMonth.of(now.getYear(), first);
    YearMonth current = YearMonth.from(now);
    if (lower(word).equals("last") && !start.plusMonths(2).isBefore(current)) {
      start = start.minusYears(1);
    } else if (lower(word).equals("next") && !start.isAfter(current)) {
      start = start.plusYears(1);
    }
    return new Period(start.atDay(1), start.plusMonths(2).atEndOfMonth(), Granularity.RANGE);
  }
}
