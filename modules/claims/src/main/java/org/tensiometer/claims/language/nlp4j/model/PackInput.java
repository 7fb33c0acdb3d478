package org.tensiometer.claims.language.nlp4j.model;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * Reads what {@link PackOutput} wrote. The checksum is verified before anything else; every method
 * throws {@link DamagedPackException} when the bytes do not hold what it reads.
 */
final class PackInput {

  private final ByteBuffer bytes;

  private PackInput(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  static PackInput open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < Long.BYTES || size > Integer.MAX_VALUE) {
        throw new DamagedPackException("it has " + size + " bytes");
      }
      ByteBuffer all =
          channel.map(FileChannel.MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN);
      int length = (int) size - Long.BYTES;
      long expected = all.getLong(length);
      ByteBuffer content = all.slice(0, length).order(ByteOrder.LITTLE_ENDIAN);
      CRC32C checksum = new CRC32C();
      checksum.update(content.duplicate());
      if (checksum.getValue() != expected) {
        throw new DamagedPackException("its checksum is wrong");
      }
      return new PackInput(content);
    }
  }

  int integer() {
    return guarded(bytes::getInt);
  }

  String string() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  List<String> strings() {
    int size = integer();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(string());
    }
    return List.copyOf(values);
  }

  byte[] bytes() {
    byte[] values = new byte[length(Byte.BYTES)];
    bytes.get(values);
    return values;
  }

  int[] ints() {
    int[] values = new int[length(Integer.BYTES)];
    bytes.asIntBuffer().get(values);
    skip((long) values.length * Integer.BYTES);
    return values;
  }

  long[] longs() {
    long[] values = new long[length(Long.BYTES)];
    bytes.asLongBuffer().get(values);
    skip((long) values.length * Long.BYTES);
    return values;
  }

  float[] floats() {
    float[] values = new float[length(Float.BYTES)];
    bytes.asFloatBuffer().get(values);
    skip((long) values.length * Float.BYTES);
    return values;
  }

  private int length(int width) {
    int length = integer();
    if (length < 0 || (long) length * width > bytes.remaining()) {
      throw new DamagedPackException("an array of " + length + " does not fit in");
    }
    return length;
  }

  private void skip(long count) {
    bytes.position(Math.toIntExact(bytes.position() + count));
  }

  private static <T> T guarded(Supplier<T> read) {
    try {
      return read.get();
    } catch (BufferUnderflowException e) {
      throw new DamagedPackException("it ends too early", e);
    }
  }
}
