package org.tensiometer.claims.language.nlp4j.model;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes the values of a pack: little-endian, arrays after their length. */
final class PackOutput implements Closeable {

  private static final int CHUNK = 1 << 13;

  private final CRC32C checksum = new CRC32C();
  private final OutputStream raw;
  private final OutputStream out;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(CHUNK * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

  PackOutput(OutputStream raw) {
    this.raw = raw;
    this.out = new BufferedOutputStream(new CheckedOutputStream(raw, checksum), 1 << 16);
  }

  void integer(int value) throws IOException {
    buffer.clear().putInt(value);
    flushBuffer();
  }

  void string(String value) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    integer(bytes.length);
    out.write(bytes);
  }

  void strings(List<String> values) throws IOException {
    integer(values.size());
    for (String value : values) {
      string(value);
    }
  }

  void bytes(byte[] values) throws IOException {
    integer(values.length);
    out.write(values);
  }

  void ints(int[] values) throws IOException {
    chunks(values.length, i -> buffer.putInt(values[i]));
  }

  void longs(long[] values) throws IOException {
    chunks(values.length, i -> buffer.putLong(values[i]));
  }

  void floats(float[] values) throws IOException {
    chunks(values.length, i -> buffer.putFloat(values[i]));
  }

  private void chunks(int length, IntConsumer put) throws IOException {
    integer(length);
    for (int from = 0; from < length; from += CHUNK) {
      buffer.clear();
      for (int i = from; i < Math.min(length, from + CHUNK); i++) {
        put.accept(i);
      }
      flushBuffer();
    }
  }

  private void flushBuffer() throws IOException {
    out.write(buffer.array(), 0, buffer.position());
  }

  /** Ends the pack with the checksum of all that was written. */
  void finish() throws IOException {
    out.flush();
    buffer.clear().putLong(checksum.getValue());
    raw.write(buffer.array(), 0, buffer.position());
    raw.flush();
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
