package org.tensiometer.claims.language.nlp4j.model;

import java.io.IOException;

/**
 * A matrix of features by labels with its zeros left out: of the parser's 114 million weights, 7
 * million are not zero. Rows in compressed form (CSR); labels are unsigned bytes.
 */
final class SparseWeights {

  private final int[] starts;
  private final byte[] labels;
  private final float[] weights;

  SparseWeights(int[] starts, byte[] labels, float[] weights) {
    this.starts = starts;
    this.labels = labels;
    this.weights = weights;
  }

  /** Adds the weights of a feature to the scores of its labels. */
  void add(int row, float[] scores) {
    int end = starts[row + 1];
    for (int i = starts[row]; i < end; i++) {
      scores[labels[i] & 0xFF] += weights[i];
    }
  }

  void write(PackOutput out) throws IOException {
    out.ints(starts);
    out.bytes(labels);
    out.floats(weights);
  }

  static SparseWeights read(PackInput in) {
    SparseWeights read = new SparseWeights(in.ints(), in.bytes(), in.floats());
    if (read.labels.length != read.weights.length
        || read.starts[read.starts.length - 1] != read.labels.length) {
      throw new DamagedPackException("a weight matrix whose parts differ in length");
    }
    return read;
  }
}
