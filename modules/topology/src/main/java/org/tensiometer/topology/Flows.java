package org.tensiometer.topology;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.TopicDescriptor;

/** The few words that {@link TensionTopology} is written in. */
record Flows(StreamsBuilder builder, AvroSerdes serdes) {

  <V extends SpecificRecord> KStream<String, V> read(TopicDescriptor<V> topic, String node) {
    return builder.stream(
        topic.name(), Consumed.with(Serdes.String(), serdes.value(topic)).withName(node));
  }

  <V extends SpecificRecord> void write(
      KStream<String, V> values, TopicDescriptor<V> topic, String node) {
    values.to(topic.name(), Produced.with(Serdes.String(), serdes.value(topic)).withName(node));
  }

  /**
   * Writes to the partition of a part of the key, so that all records of that part stay in order.
   */
  <V extends SpecificRecord> void writeTogether(
      KStream<String, V> values,
      TopicDescriptor<V> topic,
      String node,
      UnaryOperator<String> partOfKey) {
    values.to(
        topic.name(),
        Produced.with(Serdes.String(), serdes.value(topic))
            .withName(node)
            .withStreamPartitioner(
                (name, key, value, partitions) ->
                    Optional.of(Set.of(KeyPartition.of(partOfKey.apply(key), partitions)))));
  }

  <V extends SpecificRecord> Repartitioned<String, V> keyed(
      Class<V> type, String topic, int partitions) {
    return Repartitioned.<String, V>as(topic)
        .withNumberOfPartitions(partitions)
        .withKeySerde(Serdes.String())
        .withValueSerde(serdes.value(type));
  }

  /**
   * The values of one kind of output, null (a tombstone) among them. The node is named after the
   * kind.
   */
  static <O, K extends O, V> KStream<String, V> only(
      KStream<String, O> outputs, Class<K> kind, Function<K, V> value) {
    return outputs.flatMapValues(
        output ->
            kind.isInstance(output)
                ? Collections.singletonList(value.apply(kind.cast(output)))
                : Collections.emptyList(),
        Named.as("only-" + kind.getSimpleName().toLowerCase(Locale.ROOT)));
  }

  /** The same stream by a wider type, which is safe because values are only taken from it. */
  @SuppressWarnings("unchecked")
  static KStream<String, SpecificRecord> records(KStream<String, ? extends SpecificRecord> stream) {
    return (KStream<String, SpecificRecord>) stream;
  }
}
