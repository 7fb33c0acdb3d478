package org.tensiometer.app.backtest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.QuadClass;

/**
 * The class of an event by its code. A CAMEO code is {@code 190} or {@code CAMEO 190}, a PLOVER
 * code begins with an event type, {@code COERCE} or {@code PLOVER COERCE}; for any other code the
 * sign of the Goldstein value tells conflict from cooperation.
 */
final class EventClasses {

  /** Which scheme a code is of. */
  enum Scheme {
    CAMEO,
    PLOVER,
    SIGN
  }

  /**
   * @param cameo the code if it is one of CAMEO, else null
   */
  record EventClass(Scheme scheme, EventType event, QuadClass quad, String cameo) {}

  private static final String FILE = "event-classes.tsv";
  private static final Pattern CAMEO_CODE = Pattern.compile("(?:CAMEO[ :])?((\\d\\d)\\d{0,2})");
  private static final Pattern PLOVER_CODE = Pattern.compile("(?:PLOVER[ :])?([A-Z]+)\\b.*");

  private final Map<String, EventClass> byKey = new HashMap<>();

  EventClasses() {
    try (InputStream in = EventClasses.class.getResourceAsStream(FILE)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  private void add(String[] cells) {
    Scheme scheme = Scheme.valueOf(cells[0]);
    byKey.put(
        key(scheme, cells[1]),
        new EventClass(scheme, EventType.valueOf(cells[2]), QuadClass.valueOf(cells[3]), null));
  }

  EventClass of(EventRow row) {
    Matcher cameo = CAMEO_CODE.matcher(row.event());
    if (cameo.matches() && byKey.containsKey(key(Scheme.CAMEO, cameo.group(2)))) {
      EventClass root = byKey.get(key(Scheme.CAMEO, cameo.group(2)));
      return new EventClass(root.scheme(), root.event(), root.quad(), cameo.group(1));
    }
    Matcher plover = PLOVER_CODE.matcher(row.event());
    if (plover.matches() && byKey.containsKey(key(Scheme.PLOVER, plover.group(1)))) {
      return byKey.get(key(Scheme.PLOVER, plover.group(1)));
    }
    return byKey.get(key(Scheme.SIGN, row.goldstein().signum() < 0 ? "-" : "+"));
  }

  private static String key(Scheme scheme, String code) {
    return scheme + " " + code;
  }
}
