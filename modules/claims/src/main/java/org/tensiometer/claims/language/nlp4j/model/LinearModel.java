package org.tensiometer.claims.language.nlp4j.model;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.state.NLPState;
import edu.emory.mathcs.nlp.learning.util.LabelMap;
import java.io.IOException;
import java.util.List;

/**
 * A linear classifier of NLP4J: label scores from the features of a state. Immutable, shared by
 * threads; a thread works with its own {@link Scorer}.
 *
 * @param dense weights of the embedding of the current word, by label and dimension; empty without
 */
record LinearModel(
    List<String> labels,
    FeatureTemplates templates,
    FingerprintTable rows,
    SparseWeights weights,
    float[] dense) {

  LabelMap labelMap() {
    LabelMap map = new LabelMap();
    labels.forEach(map::add);
    return map;
  }

  Scorer scorer() {
    return new Scorer();
  }

  void write(PackOutput out) throws IOException {
    out.strings(labels);
    out.strings(templates.sets());
    out.strings(templates.singles());
    rows.write(out);
    weights.write(out);
    out.floats(dense);
  }

  static LinearModel read(PackInput in) {
    return new LinearModel(
        in.strings(),
        new FeatureTemplates(in.strings(), in.strings()),
        FingerprintTable.read(in),
        SparseWeights.read(in),
        in.floats());
  }

  /** Scores states; confined to one thread. */
  final class Scorer {

    private final FeatureTemplates.Extractor extractor = templates.extractor();
    private int[] found = new int[0];

    /** New scores by label, summed in NLP4J's order so that they are the same to the last bit. */
    float[] score(NLPState<NLPNode> state) {
      extractor.extract(state);
      int size = extractor.size();
      if (found.length < size) {
        found = new int[size];
      }
      // All look-ups first: they wait for memory, and independent ones wait together.
      for (int i = 0; i < size; i++) {
        found[i] = rows.get(extractor.key(i));
      }
      float[] scores = new float[labels.size()];
      for (int i = 0; i < size; i++) {
        if (found[i] >= 0) {
          weights.add(found[i], scores);
        }
      }
      return scores;
    }

    /** Adds what the embedding of the current word says; nothing when it has none. */
    void addDense(float[] embedding, float[] to) {
      if (embedding == null || dense.length == 0) {
        return;
      }
      int at = 0;
      for (int label = 0; label < to.length; label++) {
        for (float value : embedding) {
          to[label] += dense[at++] * value;
        }
      }
    }
  }
}
