package org.tensiometer.acceptance;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Stands in for kcat, a program in C, where it reads Avro: knows the options that documents of ours
 * use and refuses all others.
 */
final class Kcat {

  private static final List<String> WITH_VALUE = List.of("-b", "-t", "-o", "-s", "-r");

  private Kcat() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new HashMap<>();
    boolean consume = false;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("-C")) {
        consume = true;
      } else if (WITH_VALUE.contains(arguments[i])) {
        options.put(arguments[i], arguments[++i]);
      } else {
        throw new IllegalArgumentException("This stand-in does not know " + arguments[i]);
      }
    }
    if (!consume
        || !"beginning".equals(options.get("-o"))
        || !"value=avro".equals(options.get("-s"))) {
      throw new IllegalArgumentException("This stand-in needs -C -o beginning -s value=avro");
    }
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", options.get("-b"),
            "schema.registry.url", options.get("-r"),
            "key.deserializer", StringDeserializer.class.getName(),
            "value.deserializer", "io.confluent.kafka.serializers.KafkaAvroDeserializer");
    try (KafkaConsumer<String, Object> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(options.get("-t")).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (true) {
        for (ConsumerRecord<String, Object> record : consumer.poll(Duration.ofSeconds(1))) {
          System.out.println(record.value());
        }
      }
    }
  }
}
