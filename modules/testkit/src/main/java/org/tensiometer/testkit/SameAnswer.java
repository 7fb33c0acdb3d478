package org.tensiometer.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Two runs over the same log have the same last record for every key, in all fields but the counter
 * of revisions. Timestamp and offset are not part of a value and so are not compared.
 *
 * <pre>
 * kept:   {a: score 5 revision 2}   {a: score 5 revision 7}
 * broken: {a: score 5}              {a: score 6}
 * broken: {a: score 5, b: score 1}  {a: score 5}
 * </pre>
 *
 * <p>A field {@code revision} that is a record names the state of an article and is compared.
 */
public final class SameAnswer implements Guarantee {

  private static final String REVISION = "revision";

  private final Map<String, ? extends IndexedRecord> expected;
  private final Map<String, ? extends IndexedRecord> actual;
  private final Set<String> ignored;

  private SameAnswer(
      Map<String, ? extends IndexedRecord> expected,
      Map<String, ? extends IndexedRecord> actual,
      Set<String> ignored) {
    this.expected = expected;
    this.actual = actual;
    this.ignored = ignored;
  }

  /** Compares the last records of two runs, as {@link TopicReader#lastRecords} gives them. */
  public static SameAnswer of(
      Map<String, ? extends IndexedRecord> expected, Map<String, ? extends IndexedRecord> actual) {
    return new SameAnswer(expected, actual, Set.of());
  }

  /** Leaves these top-level fields out too, {@code generation} for instance after a replay. */
  public SameAnswer ignoring(String... fields) {
    Set<String> all = new HashSet<>(ignored);
    all.addAll(Arrays.asList(fields));
    return new SameAnswer(expected, actual, all);
  }

  @Override
  public List<String> breaches() {
    Set<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    List<String> breaches = new ArrayList<>();
    for (String key : keys) {
      IndexedRecord wanted = expected.get(key);
      IndexedRecord found = actual.get(key);
      if (wanted == null || found == null) {
        breaches.add(key + " is only in the " + (found == null ? "first" : "second") + " run");
      } else if (!wanted.getSchema().equals(found.getSchema())) {
        breaches.add(key + " has another schema in the second run");
      } else {
        compare(key, wanted, found, breaches);
      }
    }
    return breaches;
  }

  private void compare(
      String key, IndexedRecord wanted, IndexedRecord found, List<String> breaches) {
    for (Schema.Field field : wanted.getSchema().getFields()) {
      Object first = wanted.get(field.pos());
      Object second = found.get(field.pos());
      if (isCompared(field) && !Objects.equals(first, second)) {
        breaches.add(key + " " + field.name() + ": " + first + " and then " + second);
      }
    }
  }

  private boolean isCompared(Schema.Field field) {
    boolean counter =
        field.name().equals(REVISION) && field.schema().getType() != Schema.Type.RECORD;
    return !counter && !ignored.contains(field.name());
  }
}
