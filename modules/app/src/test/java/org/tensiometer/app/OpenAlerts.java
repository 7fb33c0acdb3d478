package org.tensiometer.app;

import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tensiometer.app.report.Alerts;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.testkit.TopicReader;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

/** Generations whose alerts are made by hand, and what subscribers see of them. */
public final class OpenAlerts {

  private final Settings settings;

  public OpenAlerts(Settings settings) {
    this.settings = settings;
  }

  /** Makes a generation with one open alert of this pair, whose id is the pair too. */
  public Topics generation(String name, String pair) {
    Topics topics = settings.ofGeneration(name).topics();
    try (Admin admin = Admin.create(settings.clients());
        KafkaProducer<String, TensionAlert> producer =
            new KafkaProducer<>(
                settings.clients(),
                new StringSerializer(),
                new AvroSerdes(settings.clients()).valueSerializer(TensionAlert.class))) {
      new TopicCreator(admin).ensure(topics.all());
      producer.send(new ProducerRecord<>(topics.alerts().name(), pair, alert(name, pair)));
    }
    return topics;
  }

  /** The pairs of the open alerts that subscribers see. */
  public Set<String> live() {
    return new TopicReader(settings.bootstrapServers())
        .lastRecords(settings.topics().liveAlerts().name(), (topic, bytes) -> bytes)
        .keySet();
  }

  private static TensionAlert alert(String generation, String pair) {
    return TensionAlert.newBuilder(Alerts.raised())
        .setAlertId(pair)
        .setPair(pair)
        .setGeneration(generation)
        .build();
  }
}
