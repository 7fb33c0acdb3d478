package org.tensiometer.claims.language.nlp4j.model;

import edu.emory.mathcs.nlp.common.collection.tree.PrefixNode;
import edu.emory.mathcs.nlp.common.collection.tree.PrefixTree;
import edu.emory.mathcs.nlp.component.template.OnlineComponent;
import edu.emory.mathcs.nlp.component.template.feature.FeatureTemplate;
import edu.emory.mathcs.nlp.learning.util.FeatureMap;
import edu.emory.mathcs.nlp.learning.util.MajorVector;
import edu.emory.mathcs.nlp.learning.util.WeightVector;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a {@link ModelPack} of the models in nlp4j-english. */
final class PackConverter {

  /** The models in the order they are read, each with its share of the time. */
  private enum Step {
    PARSER("models/en-dep", 0.20),
    ENTITIES("models/en-ner", 0.05),
    TAGGER("models/en-pos", 0.03),
    AMBIGUITY("lexica/en-ambiguity-classes-simplified-lowercase", 0.04),
    CLUSTERS("lexica/en-brown-clusters-simplified-lowercase", 0.12),
    GAZETTEERS("lexica/en-named-entity-gazetteers-simplified", 0.16),
    EMBEDDINGS("lexica/en-word-embeddings-undigitalized", 0.40);

    private final String model;
    private final double share;

    Step(String model, double share) {
      this.model = model;
      this.share = share;
    }

    double start() {
      return Arrays.stream(values())
          .filter(step -> step.ordinal() < ordinal())
          .mapToDouble(step -> step.share)
          .sum();
    }
  }

  private final ModelJar jar;
  private final ModelProgress progress;

  PackConverter(ModelJar jar, ModelProgress progress) {
    this.jar = jar;
    this.progress = progress;
  }

  /** Reads one model after the other, so that only one is in memory in its original form. */
  ModelPack convert() throws IOException {
    LinearModel parser = model(Step.PARSER);
    LinearModel entities = model(Step.ENTITIES);
    LinearModel tagger = model(Step.TAGGER);
    StringLists<HashedList> ambiguity = lists(Step.AMBIGUITY).build(HashedList::new);
    StringLists<HashedSet> clusters = lists(Step.CLUSTERS).build(HashedSet::new);
    Gazetteers gazetteers = gazetteers();
    Embeddings embeddings = embeddings();
    Lexica lexica = new Lexica(ambiguity, clusters, embeddings, gazetteers);
    return new ModelPack(jar.source(), lexica, tagger, entities, parser);
  }

  private <T> T read(Step step, Class<T> type) throws IOException {
    return jar.read(
        step.model, type, (name, done) -> progress.update(name, step.start() + done * step.share));
  }

  private LinearModel model(Step step) throws IOException {
    OnlineComponent<?, ?> component = read(step, OnlineComponent.class);
    FeatureTemplate<?, ?> template = component.getFeatureTemplate();
    WeightVector weights = component.getOptimizer().getWeightVector();
    if (weights.hasActivationFunction() || component.getOptimizer().getBias() > 0) {
      throw new IOException(step.model + " has a bias or an activation function");
    }
    List<String> sets = template.getSetFeatureList().stream().map(Feature::write).toList();
    List<String> singles = template.getFeatureList().stream().map(Feature::write).toList();
    MajorVector sparse = weights.getSparseWeightVector();
    return new LinearModel(
        List.copyOf(component.getOptimizer().getLabelMap().getLabelList()),
        new FeatureTemplates(sets, singles),
        rows(featureMap(template), sparse),
        sparse(sparse),
        dense(weights.getDenseWeightVector()));
  }

  private static FingerprintTable rows(FeatureMap features, MajorVector weights) {
    FingerprintTable.Builder rows = new FingerprintTable.Builder(features.size());
    int kind = 0;
    for (Object2IntMap<String> values : features.getIndexMaps()) {
      for (Object2IntMap.Entry<String> entry : values.object2IntEntrySet()) {
        int row = entry.getIntValue();
        // NLP4J skips feature 0 and those without weights.
        if (row > 0 && row < weights.getFeatureSize()) {
          rows.put(Fingerprint.key(kind, Fingerprint.of(entry.getKey())), row);
        }
      }
      kind++;
    }
    return rows.build();
  }

  private static SparseWeights sparse(MajorVector weights) {
    int labels = weights.getLabelSize();
    int features = weights.getFeatureSize();
    if (labels > 256) {
      throw new IllegalStateException(labels + " labels do not fit into bytes");
    }
    int[] starts = new int[features + 1];
    byte[] columns = new byte[weights.countNonZeroWeights()];
    float[] values = new float[columns.length];
    int at = 0;
    for (int feature = 0; feature < features; feature++) {
      starts[feature] = at;
      for (int label = 0; label < labels; label++) {
        float weight = weights.get(label, feature);
        if (weight != 0) {
          columns[at] = (byte) label;
          values[at++] = weight;
        }
      }
    }
    starts[features] = at;
    return new SparseWeights(starts, columns, values);
  }

  private static float[] dense(MajorVector weights) {
    float[] values = new float[weights.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = weights.get(i);
    }
    return values;
  }

  /** The feature map has no accessor. */
  private static FeatureMap featureMap(FeatureTemplate<?, ?> template) throws IOException {
    try {
      Field field = FeatureTemplate.class.getDeclaredField("feature_map");
      field.setAccessible(true);
      return (FeatureMap) field.get(template);
    } catch (ReflectiveOperationException e) {
      throw new IOException("another version of nlp4j-api than 1.1.3 is on the class path", e);
    }
  }

  private StringLists.Builder lists(Step step) throws IOException {
    Map<?, ?> lexicon = read(step, Map.class);
    StringLists.Builder lists = new StringLists.Builder(lexicon.size());
    for (Map.Entry<?, ?> entry : lexicon.entrySet()) {
      lists.add(Fingerprint.of((String) entry.getKey()), strings((Collection<?>) entry.getValue()));
    }
    return lists;
  }

  private static List<String> strings(Collection<?> values) {
    return values.stream().map(String.class::cast).toList();
  }

  @SuppressWarnings("unchecked")
  private Gazetteers gazetteers() throws IOException {
    PrefixTree<String, Set<String>> tree = read(Step.GAZETTEERS, PrefixTree.class);
    StringLists.Builder names = new StringLists.Builder(count(tree.getRoot()));
    add(tree.getRoot(), Fingerprint.EMPTY, names);
    return new Gazetteers(names.build(List::copyOf));
  }

  private static int count(PrefixNode<String, Set<String>> node) {
    return 1 + node.values().stream().mapToInt(PackConverter::count).sum();
  }

  private static void add(
      PrefixNode<String, Set<String>> node, long name, StringLists.Builder names) {
    node.forEach(
        (word, next) -> {
          long longer = Gazetteers.extend(name, word);
          names.add(longer, next.hasValue() ? next.getValue() : List.of());
          add(next, longer, names);
        });
  }

  private Embeddings embeddings() throws IOException {
    Map<?, ?> vectors = read(Step.EMBEDDINGS, Map.class);
    int dimensions = ((float[]) vectors.values().iterator().next()).length;
    Embeddings.Builder embeddings = new Embeddings.Builder(vectors.size(), dimensions);
    for (Map.Entry<?, ?> entry : vectors.entrySet()) {
      embeddings.add((String) entry.getKey(), (float[]) entry.getValue());
    }
    return embeddings.build();
  }
}
