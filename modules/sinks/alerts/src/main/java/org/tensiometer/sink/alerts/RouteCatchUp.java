package org.tensiometer.sink.alerts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.Topics;

/**
 * Brings the topics of routes to what the routes say now, for alerts that were forwarded when they
 * said something else: a new route gets the alerts that are open, a muted or acknowledged one goes.
 * Writes only what differs. Done before a sink starts and only while no process of it is at work,
 * since two would write over each other.
 */
final class RouteCatchUp {

  private static final Logger LOG = LoggerFactory.getLogger(RouteCatchUp.class);

  private final Topics topics;
  private final Routes routes;
  private final String group;
  private final Map<String, Object> config;
  private final AvroSerdes serdes;
  private final AlertMapper mapper;

  RouteCatchUp(Topics topics, Routes routes, String group, Map<String, ?> config) {
    this.topics = topics;
    this.routes = routes;
    this.group = group;
    this.config = new HashMap<>(config);
    this.serdes = new AvroSerdes(config);
    this.mapper = new AlertMapper(topics, routes);
  }

  void run(String instance) {
    if (routes.all().isEmpty()) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> forwarded = forwarded();
    if (forwarded.isEmpty()) {
      return;
    }
    Map<String, TensionAlert> alerts = alerts(forwarded);
    List<ProducerRecord<String, byte[]>> differences = new ArrayList<>();
    try (Serializer<TensionAlert> values = serdes.valueSerializer(TensionAlert.class)) {
      for (Route route : routes.all()) {
        differences.addAll(differences(route, alerts, values));
      }
    }
    if (!differences.isEmpty()) {
      LOG.info("{} brings {} records to what its routes say now", group, differences.size());
      write(differences, instance);
    }
  }

  /** What the sink has forwarded; empty if it is new, or at work. */
  private Map<TopicPartition, OffsetAndMetadata> forwarded() {
    try (Admin admin = Admin.create(config)) {
      boolean atWork =
          !admin
              .describeConsumerGroups(List.of(group))
              .describedGroups()
              .get(group)
              .get()
              .members()
              .isEmpty();
      if (atWork) {
        LOG.warn("{} is at work elsewhere; changed routes hold for what comes from now on", group);
        return Map.of();
      }
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return Map.of();
      }
      throw new KafkaException("Cannot ask for the offsets of " + group, e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** The last state of each alert that was forwarded; null for one that is over. */
  private Map<String, TensionAlert> alerts(Map<TopicPartition, OffsetAndMetadata> forwarded) {
    String topic = topics.alerts().name();
    Map<String, TensionAlert> alerts = new LinkedHashMap<>();
    try (Consumer<String, byte[]> consumer = TopicContents.consumer(config, group + "-routes");
        Deserializer<TensionAlert> values = serdes.valueDeserializer(TensionAlert.class)) {
      TopicContents.read(
          consumer,
          topic,
          record -> {
            OffsetAndMetadata end =
                forwarded.get(new TopicPartition(record.topic(), record.partition()));
            if (end != null && record.offset() < end.offset()) {
              alerts.put(record.key(), values.deserialize(topic, record.value()));
            }
          });
    }
    return alerts;
  }

  private List<ProducerRecord<String, byte[]>> differences(
      Route route, Map<String, TensionAlert> alerts, Serializer<TensionAlert> values) {
    String topic = topics.liveAlerts(route.name()).name();
    Map<String, byte[]> standing = new HashMap<>();
    try (Consumer<String, byte[]> consumer = TopicContents.consumer(config, group + "-routes")) {
      TopicContents.read(consumer, topic, record -> standing.put(record.key(), record.value()));
    }
    standing.values().removeIf(value -> value == null);
    List<ProducerRecord<String, byte[]>> differences = new ArrayList<>();
    Map<String, TensionAlert> all = new LinkedHashMap<>(alerts);
    standing.keySet().forEach(key -> all.putIfAbsent(key, null));
    all.forEach(
        (key, alert) -> {
          ProducerRecord<String, byte[]> wanted = encoded(route, topic, key, alert, values);
          if (!Arrays.equals(wanted.value(), standing.get(key))) {
            differences.add(wanted);
          }
        });
    return differences;
  }

  private ProducerRecord<String, byte[]> encoded(
      Route route, String topic, String key, TensionAlert alert, Serializer<TensionAlert> values) {
    ProducerRecord<String, Object> routed = mapper.routed(route, topic, key, alert);
    byte[] value =
        routed.value() instanceof TensionAlert shown
            ? values.serialize(topic, shown)
            : (byte[]) routed.value();
    return new ProducerRecord<>(topic, null, null, key, value, routed.headers());
  }

  private void write(List<ProducerRecord<String, byte[]>> records, String instance) {
    Map<String, Object> settings = new HashMap<>(config);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group + "-routes-" + instance);
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      records.forEach(producer::send);
      producer.commitTransaction();
    }
  }
}
