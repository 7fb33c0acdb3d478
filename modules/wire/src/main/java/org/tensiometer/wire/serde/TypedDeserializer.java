package org.tensiometer.wire.serde;

import org.apache.kafka.common.serialization.Deserializer;

/** Refuses records of another class as poison; already configured. */
record TypedDeserializer<T>(Class<T> type, Deserializer<Object> deserializer)
    implements Deserializer<T> {

  @Override
  public T deserialize(String topic, byte[] bytes) {
    Object value;
    try {
      value = deserializer.deserialize(topic, bytes);
    } catch (RuntimeException e) {
      throw SerdeFaults.ofReading(topic, e);
    }
    if (value != null && !type.isInstance(value)) {
      throw new PoisonRecordException(
          "A record of topic "
              + topic
              + " is a "
              + value.getClass().getName()
              + "; expected is "
              + type.getName());
    }
    return type.cast(value);
  }

  @Override
  public void close() {
    deserializer.close();
  }
}
