package org.tensiometer.wire.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Refuses values of another class; already configured. */
record TypedSerializer<T>(Class<T> type, Serializer<Object> serializer) implements Serializer<T> {

  @Override
  public byte[] serialize(String topic, T value) {
    if (value != null && !type.isInstance(value)) {
      throw new SerializationException(
          "Values of topic "
              + topic
              + " are "
              + type.getName()
              + ", not "
              + value.getClass().getName());
    }
    try {
      return serializer.serialize(topic, value);
    } catch (RuntimeException e) {
      throw SerdeFaults.ofWriting(topic, e);
    }
  }

  @Override
  public void close() {
    serializer.close();
  }
}
