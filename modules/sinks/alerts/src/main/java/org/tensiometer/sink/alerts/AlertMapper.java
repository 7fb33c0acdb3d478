package org.tensiometer.sink.alerts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.wire.RecordMapper;
import org.tensiometer.wire.topics.Topics;

/**
 * Every alert to the topic of all, and to each route that takes it. A tombstone goes everywhere,
 * because it does not say of which pair it is; an alert that a route does not show any more is
 * removed from it.
 */
final class AlertMapper implements RecordMapper<TensionAlert> {

  private final String everything;
  private final String source;
  private final Map<Route, String> topicOfRoute = new LinkedHashMap<>();

  AlertMapper(Topics topics, Routes routes) {
    everything = topics.liveAlerts().name();
    source = '/' + topics.prefix();
    routes.all().forEach(route -> topicOfRoute.put(route, topics.liveAlerts(route.name()).name()));
  }

  @Override
  public List<ProducerRecord<String, Object>> map(ConsumerRecord<String, TensionAlert> record) {
    List<ProducerRecord<String, Object>> outputs = new ArrayList<>();
    TensionAlert alert = record.value();
    outputs.add(new ProducerRecord<>(everything, record.key(), alert));
    topicOfRoute.forEach(
        (route, topic) -> {
          if (alert == null || route.takesPairOf(alert)) {
            outputs.add(routed(route, topic, record.key(), alert));
          }
        });
    return outputs;
  }

  /** The record of an alert in the topic of a route; a removal where the route does not show it. */
  ProducerRecord<String, Object> routed(Route route, String topic, String key, TensionAlert alert) {
    TensionAlert shown = alert != null && route.shows(alert) ? alert : null;
    return switch (route.format()) {
      case AVRO -> new ProducerRecord<>(topic, key, shown);
      case CLOUDEVENTS -> CloudEvents.record(topic, source, key, shown);
    };
  }
}
