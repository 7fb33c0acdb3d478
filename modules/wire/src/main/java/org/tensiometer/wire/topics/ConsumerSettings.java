package org.tensiometer.wire.topics;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** What consumers take of the settings of a process. */
public final class ConsumerSettings {

  private static final String OF_TOPOLOGIES = "streams";

  private ConsumerSettings() {}

  /**
   * A copy to be changed. The protocol that topologies alone share their work by is left out: a
   * consumer would refuse to start, and the same file of settings is for all parts.
   */
  public static Map<String, Object> of(Map<String, ?> clientConfig) {
    Map<String, Object> settings = new HashMap<>(clientConfig);
    Object protocol = settings.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
    if (protocol != null && OF_TOPOLOGIES.equalsIgnoreCase(protocol.toString())) {
      settings.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
    }
    return settings;
  }
}
