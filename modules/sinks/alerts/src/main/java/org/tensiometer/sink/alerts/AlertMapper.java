package org.tensiometer.sink.alerts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.wire.RecordMapper;
import org.tensiometer.wire.topics.Topics;

/**
 * Every alert to the topic of all, and to each route that takes it. A tombstone goes everywhere,
 * because it does not say of which pair it is; an alert whose tier falls below a route's lowest is
 * removed from that route.
 */
final class AlertMapper implements RecordMapper<TensionAlert> {

  private final String everything;
  private final Map<Route, String> topicOfRoute = new LinkedHashMap<>();

  AlertMapper(Topics topics, Routes routes) {
    everything = topics.liveAlerts().name();
    routes.all().forEach(route -> topicOfRoute.put(route, topics.liveAlerts(route.name()).name()));
  }

  @Override
  public List<ProducerRecord<String, SpecificRecord>> map(
      ConsumerRecord<String, TensionAlert> record) {
    List<ProducerRecord<String, SpecificRecord>> outputs = new ArrayList<>();
    TensionAlert alert = record.value();
    outputs.add(new ProducerRecord<>(everything, record.key(), alert));
    topicOfRoute.forEach(
        (route, topic) -> {
          if (alert == null || route.takesPairOf(alert)) {
            TensionAlert routed = alert != null && route.takesTierOf(alert) ? alert : null;
            outputs.add(new ProducerRecord<>(topic, record.key(), routed));
          }
        });
    return outputs;
  }
}
