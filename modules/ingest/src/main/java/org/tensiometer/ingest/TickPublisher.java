package org.tensiometer.ingest;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.tensiometer.contracts.Tick;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicDescriptor;

/** Writes the passing of time to every partition at once. */
final class TickPublisher {

  private final TransactionalWriter writer;
  private final TopicDescriptor<Tick> ticks;
  private final Serializer<Tick> serializer;

  TickPublisher(TransactionalWriter writer, TopicDescriptor<Tick> ticks, AvroSerdes serdes) {
    this.writer = writer;
    this.ticks = ticks;
    this.serializer = serdes.valueSerializer(Tick.class);
  }

  void publish(Tick tick) {
    byte[] value = RegistryPatience.wait(() -> serializer.serialize(ticks.name(), tick));
    List<ProducerRecord<String, byte[]>> records =
        IntStream.range(0, ticks.partitions())
            .mapToObj(
                partition ->
                    new ProducerRecord<String, byte[]>(ticks.name(), partition, null, null, value))
            .toList();
    writer.write(records);
  }
}
