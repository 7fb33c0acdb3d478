package org.tensiometer.sink.alerts;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.tensiometer.contracts.TensionAlert;

/**
 * Alerts as CloudEvents 1.0 by the Kafka protocol binding, binary mode: attributes are headers, the
 * alert is the value as JSON. An alert that is over has no value, so that compaction removes it.
 */
final class CloudEvents {

  private static final String TYPE = "org.tensiometer.alert.";

  private CloudEvents() {}

  /**
   * @param alert null when it is over
   */
  static ProducerRecord<String, Object> record(
      String topic, String source, String key, TensionAlert alert) {
    byte[] value = alert == null ? null : alert.toString().getBytes(StandardCharsets.UTF_8);
    ProducerRecord<String, Object> record = new ProducerRecord<>(topic, key, value);
    Headers headers = record.headers();
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_source", source);
    if (alert == null) {
      put(headers, "ce_id", key + "/over");
      put(headers, "ce_type", TYPE + "over");
      return record;
    }
    put(headers, "ce_id", key + '/' + alert.getRevision());
    put(headers, "ce_type", TYPE + alert.getKind().name().toLowerCase(Locale.ROOT));
    put(headers, "ce_subject", alert.getPair());
    put(headers, "ce_time", alert.getLastReceivedAt().toString());
    put(headers, "content-type", "application/json");
    return record;
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
