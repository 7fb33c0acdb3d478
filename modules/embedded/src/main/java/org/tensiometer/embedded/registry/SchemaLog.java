package org.tensiometer.embedded.registry;

/** The ordered records in which a registry keeps everything. Used by one thread at a time. */
interface SchemaLog extends AutoCloseable {

  /**
   * Returns when the record is kept.
   *
   * @throws org.apache.kafka.common.KafkaException if that is not known; the record may still
   *     appear
   */
  void append(RegistryEntry entry);

  /** Hands over what the log has got since the last call, in its order. */
  void readToEnd();

  @Override
  void close();
}
