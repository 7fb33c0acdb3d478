package org.tensiometer.metrics;

import java.util.List;
import java.util.function.Function;

/**
 * How a process is, for {@code /livez} and {@code /readyz}. Both answer at once, from what is known
 * already, whoever else does not answer.
 */
public interface Health {

  /** Whether it goes on by itself; if not, only another start helps. */
  Report live();

  /** Whether it does its work now; if not, what it waits for. */
  Report ready();

  /**
   * An answer.
   *
   * @param sentence one line; of a bad one the cause
   */
  record Report(boolean good, String sentence) {

    public static Report good(String sentence) {
      return new Report(true, sentence);
    }

    public static Report bad(String cause) {
      return new Report(false, cause);
    }
  }

  /** That of several parts: the first bad answer, else the first. */
  static Health of(List<? extends Health> parts) {
    List<Health> all = List.copyOf(parts);
    return new Health() {
      @Override
      public Report live() {
        return first(Health::live);
      }

      @Override
      public Report ready() {
        return first(Health::ready);
      }

      private Report first(Function<Health, Report> question) {
        List<Report> answers = all.stream().map(question).toList();
        return answers.stream().filter(a -> !a.good()).findFirst().orElseGet(() -> answers.get(0));
      }
    };
  }
}
