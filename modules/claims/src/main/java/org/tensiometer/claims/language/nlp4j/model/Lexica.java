package org.tensiometer.claims.language.nlp4j.model;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import java.io.IOException;

/**
 * What NLP4J knows of words: possible tags and Brown clusters by simplified lower-case form,
 * vectors by form with digits as 0, names by simplified form (its config-decode-en.xml).
 */
record Lexica(
    StringLists<HashedList> ambiguityClasses,
    StringLists<HashedSet> clusters,
    Embeddings embeddings,
    Gazetteers gazetteers) {

  void process(NLPNode[] nodes) {
    for (int i = 1; i < nodes.length; i++) {
      NLPNode node = nodes[i];
      String simplified = node.getWordFormSimplifiedLowercase();
      node.setAmbiguityClasses(ambiguityClasses.get(simplified));
      node.setWordClusters(clusters.get(simplified));
      node.setWordEmbedding(embeddings.get(node.getWordFormUndigitalized()));
    }
    gazetteers.mark(nodes);
  }

  void write(PackOutput out) throws IOException {
    ambiguityClasses.write(out);
    clusters.write(out);
    embeddings.write(out);
    gazetteers.write(out);
  }

  static Lexica read(PackInput in) {
    return new Lexica(
        StringLists.read(in, HashedList::new),
        StringLists.read(in, HashedSet::new),
        Embeddings.read(in),
        Gazetteers.read(in));
  }
}
