package org.tensiometer.acceptance.metrics;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names of metrics in an expression of Prometheus; whether it is one at all promtool says. */
final class PromQl {

  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern LABELS =
      Pattern.compile(
          "\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w$.])[a-zA-Z_:][\\w:]*(?!\\w|\\s*\\()");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "atan2");

  private PromQl() {}

  static Set<String> metrics(String expression) {
    String bare = TEXT.matcher(expression).replaceAll("");
    bare = LABELS.matcher(bare).replaceAll("");
    Set<String> names = new TreeSet<>();
    NAME.matcher(bare).results().map(found -> found.group()).forEach(names::add);
    names.removeAll(WORDS);
    // An aggregation whose labels stood before its parenthesis: sum by (le) (...).
    names.removeAll(Set.of("sum", "max", "min", "avg", "count"));
    return names;
  }
}
