package org.tensiometer.wire.topics;

/** How the key of a topic is written. */
public enum KeyType {
  /** UTF-8 text, as Kafka's StringSerializer writes it. */
  TEXT,
  /** The bytes of another record's key, unchanged. */
  BYTES,
  /** No key. */
  NONE
}
