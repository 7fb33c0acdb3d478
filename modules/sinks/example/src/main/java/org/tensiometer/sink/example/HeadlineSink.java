package org.tensiometer.sink.example;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.wire.ForwarderSettings;
import org.tensiometer.wire.RecordMapper;
import org.tensiometer.wire.TransactionalForwarder;
import org.tensiometer.wire.topics.Topics;

/** The sentence of each open alert as plain text, by alert id; a removal when it is over. */
public final class HeadlineSink implements RecordMapper<TensionAlert> {

  /** Consumer group, and the name in dead letters and logs. */
  public static final String NAME = "tensiometer-sink-headlines";

  private final String target;

  /**
   * @param target topic that is written
   */
  public HeadlineSink(String target) {
    this.target = target;
  }

  /** The sink, ready to run on a thread of its own. */
  public static TransactionalForwarder<TensionAlert> create(
      Topics topics, String target, String instance, Map<String, ?> config) {
    return new TransactionalForwarder<>(
        new ForwarderSettings<>(
            NAME,
            instance,
            topics.liveAlerts(),
            topics.deadLetters(),
            topics.generation(),
            ForwarderSettings.DEFAULT_MAX_BATCH,
            config),
        new HeadlineSink(target));
  }

  @Override
  public List<ProducerRecord<String, Object>> map(ConsumerRecord<String, TensionAlert> record) {
    TensionAlert alert = record.value();
    byte[] text = alert == null ? null : alert.getSentence().getBytes(StandardCharsets.UTF_8);
    return List.of(new ProducerRecord<>(target, record.key(), text));
  }
}
