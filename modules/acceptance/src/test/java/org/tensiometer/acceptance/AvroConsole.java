package org.tensiometer.acceptance;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.tools.consumer.ConsoleConsumer;

/**
 * Stands in for Confluent's {@code kafka-avro-console-consumer}, which is not on Maven Central: the
 * console consumer of Kafka with Confluent's genuine deserializer, as the script makes it.
 */
final class AvroConsole {

  private static final String DESERIALIZER = "io.confluent.kafka.serializers.KafkaAvroDeserializer";

  private AvroConsole() {}

  public static void main(String[] arguments) throws Exception {
    List<String> plain = new ArrayList<>();
    plain.addAll(List.of("--formatter-property", "value.deserializer=" + DESERIALIZER));
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--property")) {
        plain.add("--formatter-property");
        plain.add("value.deserializer." + arguments[++i]);
      } else {
        plain.add(arguments[i]);
      }
    }
    ConsoleConsumer.main(plain.toArray(String[]::new));
  }
}
