package org.tensiometer.claims.language.nlp4j.model;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.util.BILOU;
import java.io.IOException;
import java.util.List;

/**
 * Names of several words with their entity types. Every beginning of a name is a key too, with an
 * empty list of types, so a search can stop early.
 */
final class Gazetteers {

  /** Between the words of a name; no word contains it. */
  static final char SEPARATOR = '\u0001';

  private final StringLists<List<String>> names;

  Gazetteers(StringLists<List<String>> names) {
    this.names = names;
  }

  /** Hash of a name from that of its first words and the next word. */
  static long extend(long name, String word) {
    return Fingerprint.append(Fingerprint.append(name, word), SEPARATOR);
  }

  /** Marks the longest name that starts at each word with its types. */
  void mark(NLPNode[] nodes) {
    for (int begin = 1; begin < nodes.length; begin++) {
      long name = Fingerprint.EMPTY;
      List<String> longest = List.of();
      int last = begin;
      for (int i = begin; i < nodes.length; i++) {
        name = extend(name, nodes[i].getWordFormSimplified());
        List<String> types = names.get(name);
        if (types == null) {
          break;
        }
        if (!types.isEmpty()) {
          longest = types;
          last = i;
        }
      }
      for (String type : longest) {
        mark(nodes, begin, last, type);
      }
    }
  }

  private static void mark(NLPNode[] nodes, int begin, int last, String type) {
    if (begin == last) {
      nodes[begin].addNamedEntityGazetteer(BILOU.toBILOUTag(BILOU.U, type));
      return;
    }
    nodes[begin].addNamedEntityGazetteer(BILOU.toBILOUTag(BILOU.B, type));
    nodes[last].addNamedEntityGazetteer(BILOU.toBILOUTag(BILOU.L, type));
    for (int i = begin + 1; i < last; i++) {
      nodes[i].addNamedEntityGazetteer(BILOU.toBILOUTag(BILOU.I, type));
    }
  }

  void write(PackOutput out) throws IOException {
    names.write(out);
  }

  static Gazetteers read(PackInput in) {
    return new Gazetteers(StringLists.read(in, List::copyOf));
  }
}
