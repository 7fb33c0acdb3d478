package org.tensiometer.claims.language.nlp4j.model;

import java.io.IOException;

/** Word vectors with 8 bits a value and one scale a word. */
final class Embeddings {

  private static final int LEVELS = 127;

  private final FingerprintTable words;
  private final int dimensions;
  private final float[] scales;
  private final byte[] values;

  private Embeddings(FingerprintTable words, int dimensions, float[] scales, byte[] values) {
    this.words = words;
    this.dimensions = dimensions;
    this.scales = scales;
    this.values = values;
  }

  /** The vector of a word, or null. */
  float[] get(String word) {
    int row = words.get(Fingerprint.key(0, Fingerprint.of(word)));
    if (row < 0) {
      return null;
    }
    float[] vector = new float[dimensions];
    int at = row * dimensions;
    for (int i = 0; i < dimensions; i++) {
      vector[i] = values[at + i] * scales[row];
    }
    return vector;
  }

  void write(PackOutput out) throws IOException {
    words.write(out);
    out.integer(dimensions);
    out.floats(scales);
    out.bytes(values);
  }

  static Embeddings read(PackInput in) {
    return new Embeddings(FingerprintTable.read(in), in.integer(), in.floats(), in.bytes());
  }

  /** Collects vectors. */
  static final class Builder {

    private final FingerprintTable.Builder words;
    private final int dimensions;
    private final float[] scales;
    private final byte[] values;
    private int rows;

    Builder(int size, int dimensions) {
      this.words = new FingerprintTable.Builder(size);
      this.dimensions = dimensions;
      this.scales = new float[size];
      this.values = new byte[Math.multiplyExact(size, dimensions)];
    }

    void add(String word, float[] vector) {
      float largest = 0;
      for (float value : vector) {
        largest = Math.max(largest, Math.abs(value));
      }
      float scale = largest == 0 ? 1 : largest / LEVELS;
      for (int i = 0; i < dimensions; i++) {
        values[rows * dimensions + i] = (byte) Math.round(vector[i] / scale);
      }
      scales[rows] = scale;
      words.put(Fingerprint.key(0, Fingerprint.of(word)), rows++);
    }

    Embeddings build() {
      return new Embeddings(words.build(), dimensions, scales, values);
    }
  }
}
