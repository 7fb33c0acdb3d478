package org.tensiometer.wire.topics;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Where Kafka's default partitioner sends a text, for keys that are not the record's own. */
public final class KeyPartition {

  private KeyPartition() {}

  /** The partition of this key, by murmur2 of its UTF-8 bytes. */
  public static int of(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
  }
}
