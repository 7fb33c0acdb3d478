package org.tensiometer.wire.serde;

import java.nio.ByteBuffer;

/** Confluent's envelope: a zero byte, the schema id as four bytes, most significant first. */
final class WireFormat {

  static final byte MAGIC = 0;
  static final int HEADER_BYTES = 1 + Integer.BYTES;

  private WireFormat() {}

  /**
   * Reads the schema id and leaves the buffer before the Avro bytes.
   *
   * @throws PoisonRecordException if this is no such envelope
   */
  static int readId(String topic, ByteBuffer bytes) {
    if (bytes.remaining() < HEADER_BYTES) {
      throw new PoisonRecordException(
          "A record of topic "
              + topic
              + " has "
              + bytes.remaining()
              + " bytes; Confluent's wire format has at least "
              + HEADER_BYTES);
    }
    byte magic = bytes.get();
    if (magic != MAGIC) {
      throw new PoisonRecordException(
          String.format(
              "A record of topic %s begins with byte 0x%02x; Confluent's wire format begins with"
                  + " 0x00",
              topic, magic));
    }
    return bytes.getInt();
  }
}
