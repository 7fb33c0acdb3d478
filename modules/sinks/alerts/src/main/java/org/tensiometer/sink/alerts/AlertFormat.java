package org.tensiometer.sink.alerts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the alerts of a route are written. */
public enum AlertFormat {
  /** Avro in the Confluent wire format, as everywhere else. */
  AVRO,
  /** CloudEvents 1.0 in Kafka's binary mode, the alert as JSON. */
  CLOUDEVENTS;

  static List<String> words() {
    return Stream.of(values()).map(AlertFormat::word).toList();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
