package org.tensiometer.claims.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeExpressionsTest {

  /** A Friday. */
  private static final LocalDate PUBLISHED = LocalDate.of(2021, 3, 5);

  @ParameterizedTest(name = "{0} ({1})")
  @CsvSource(
      delimiter = '|',
      value = {
        "on Friday                      | PAST    | Friday            | 2021-03-05 | 2021-03-05 | DAY",
        "on Friday                      | FUTURE  | Friday            | 2021-03-05 | 2021-03-05 | DAY",
        "on Tuesday                     | PAST    | Tuesday           | 2021-03-02 | 2021-03-02 | DAY",
        "on Tuesday                     | FUTURE  | Tuesday           | 2021-03-09 | 2021-03-09 | DAY",
        "late on Tuesday                | UNKNOWN | late on Tuesday   | 2021-03-02 | 2021-03-02 | DAY",
        "Thursday night                 | PAST    | Thursday night    | 2021-03-04 | 2021-03-04 | DAY",
        "on Tuesday                     | NEAREST | Tuesday           | 2021-03-02 | 2021-03-02 | DAY",
        "on Monday                      | NEAREST | Monday            | 2021-03-08 | 2021-03-08 | DAY",
        "the day before Tuesday         | PAST    | the day before Tuesday | 2021-03-01 | 2021-03-01 | DAY",
        "the day after last Tuesday     | PAST    | the day after last Tuesday | 2021-03-03 | 2021-03-03 | DAY",
        "last Friday                    | PAST    | last Friday       | 2021-02-26 | 2021-02-26 | DAY",
        "next Friday                    | FUTURE  | next Friday       | 2021-03-12 | 2021-03-12 | DAY",
        "Monday last week               | PAST    | Monday last week  | 2021-02-22 | 2021-02-22 | DAY",
        "on Friday and Saturday         | FUTURE  | Friday and Saturday | 2021-03-05 | 2021-03-06 | RANGE",
        "on Tuesday and Wednesday       | PAST    | Tuesday and Wednesday | 2021-03-02 | 2021-03-03 | RANGE",
        "met yesterday                  | PAST    | yesterday         | 2021-03-04 | 2021-03-04 | DAY",
        "tonight                        | FUTURE  | tonight           | 2021-03-05 | 2021-03-05 | DAY",
        "tomorrow morning               | FUTURE  | tomorrow morning  | 2021-03-06 | 2021-03-06 | DAY",
        "the day before yesterday       | PAST    | the day before yesterday | 2021-03-03 | 2021-03-03 | DAY",
        "last week                      | PAST    | last week         | 2021-02-22 | 2021-02-28 | WEEK",
        "earlier this month             | PAST    | earlier this month | 2021-03-01 | 2021-03-31 | MONTH",
        "next year                      | FUTURE  | next year         | 2022-01-01 | 2022-12-31 | YEAR",
        "two weeks ago                  | PAST    | two weeks ago     | 2021-02-15 | 2021-02-21 | WEEK",
        "three days ago                 | PAST    | three days ago    | 2021-03-02 | 2021-03-02 | DAY",
        "nearly 40 years ago            | PAST    | nearly 40 years ago | 1981-01-01 | 1981-12-31 | YEAR",
        "in June                        | PAST    | June              | 2020-06-01 | 2020-06-30 | MONTH",
        "in June                        | FUTURE  | June              | 2021-06-01 | 2021-06-30 | MONTH",
        "June 19                        | FUTURE  | June 19           | 2021-06-19 | 2021-06-19 | DAY",
        "on 19 June                     | FUTURE  | 19 June           | 2021-06-19 | 2021-06-19 | DAY",
        "on 9 December                  | PAST    | 9 December        | 2020-12-09 | 2020-12-09 | DAY",
        "Sunday, Feb. 28                | PAST    | Sunday, Feb. 28   | 2021-02-28 | 2021-02-28 | DAY",
        "19 June 2019                   | PAST    | 19 June 2019      | 2019-06-19 | 2019-06-19 | DAY",
        "June 19, 2019                  | PAST    | June 19, 2019     | 2019-06-19 | 2019-06-19 | DAY",
        "2019-06-19                     | PAST    | 2019-06-19        | 2019-06-19 | 2019-06-19 | DAY",
        "from 3 to 7 May                | FUTURE  | 3 to 7 May        | 2021-05-03 | 2021-05-07 | RANGE",
        "in May 2015                    | PAST    | May 2015          | 2015-05-01 | 2015-05-31 | MONTH",
        "in 1950                        | PAST    | 1950              | 1950-01-01 | 1950-12-31 | YEAR",
        "from 1950-1953                 | PAST    | 1950-1953         | 1950-01-01 | 1953-12-31 | RANGE",
        "in the early 1990s             | PAST    | the early 1990s   | 1990-01-01 | 1999-12-31 | RANGE",
        "the second quarter of 2020     | PAST    | the second quarter of 2020 | 2020-04-01 | 2020-06-30 | QUARTER",
        "during the cold war            | PAST    | the cold war      | 1947-01-01 | 1991-12-31 | RANGE",
        "last summer                    | PAST    | last summer       | 2020-06-01 | 2020-08-31 | RANGE",
        "at the weekend                 | PAST    | the weekend       | 2021-02-27 | 2021-02-28 | RANGE"
      })
  void shouldResolveAgainstThePublicationDay(
      String text,
      TimeDirection direction,
      String words,
      LocalDate start,
      LocalDate end,
      String granularity) {
    List<TimeExpression> found = TimeExpressions.find(text);
    assertThat(found).hasSize(1);
    TimeExpression expression = found.get(0);
    assertThat(text.substring(expression.begin(), expression.end())).isEqualTo(words);
    assertThat(expression.resolve(PUBLISHED, direction))
        .hasValueSatisfying(
            period -> {
              assertThat(period.start()).isEqualTo(start);
              assertThat(period.end()).isEqualTo(end);
              assertThat(period.granularity()).hasToString(granularity);
            });
  }

  @Test
  void shouldLeaveRelativeDatesOpenWithoutAPublicationDay() {
    TimeExpression friday = TimeExpressions.find("on Friday").get(0);
    assertThat(friday.resolve(null, TimeDirection.PAST)).isEmpty();
    TimeExpression day = TimeExpressions.find("on 3 May 2011").get(0);
    assertThat(day.resolve(null, TimeDirection.PAST)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"he may 20 times", "they march on 5 towns", "1950 soldiers marched", "a 2000 ship"})
  void shouldNotTakeOtherWordsForDates(String text) {
    assertThat(TimeExpressions.find(text)).isEmpty();
  }

  @Test
  void shouldLeaveDaysOpenThatNoCalendarHas() {
    assertThat(TimeExpressions.find("on June 31").get(0).resolve(PUBLISHED, TimeDirection.PAST))
        .isEmpty();
  }

  @Property
  void everyExpressionOfAnyTextResolvesOrStaysOpen(@ForAll String text) {
    assertThatCode(
            () ->
                TimeExpressions.find(text + " last " + text + " Friday 3 May")
                    .forEach(found -> found.resolve(PUBLISHED, TimeDirection.UNKNOWN)))
        .doesNotThrowAnyException();
  }
}
