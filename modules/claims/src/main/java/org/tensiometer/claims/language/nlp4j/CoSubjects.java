package org.tensiometer.claims.language.nlp4j;

/**
 * <i>The envoy, Maria Silva, and the ministry said ...</i>: a comma before the conjunction makes
 * the parser lose the first party, which becomes a root or a subject of its own. It is the subject,
 * and the second party its conjunct.
 */
final class CoSubjects implements Repair {

  @Override
  public Tree apply(Tree tree) {
    for (int verb = 0; verb < tree.size(); verb++) {
      if (tree.isVerb(verb)) {
        int subject = lastSubject(tree, verb);
        int first = subject < 0 ? -1 : firstParty(tree, subject, verb);
        if (first >= 0) {
          join(tree, first, subject, verb);
        }
      }
    }
    return tree;
  }

  private static int lastSubject(Tree tree, int verb) {
    for (int word = verb - 1; word >= 0; word--) {
      if (tree.heads[word] == verb && tree.is(word, "nsubj", "nsubj:pass")) {
        return word;
      }
    }
    return -1;
  }

  /** The party before the conjunction that precedes the subject, if it is unattached. */
  private static int firstParty(Tree tree, int subject, int verb) {
    int at = leftEdge(tree, subject) - 1;
    boolean conjunction = false;
    while (at >= 0 && (tree.tags[at].equals("CC") || tree.tags[at].equals(","))) {
      conjunction |= tree.tags[at].equals("CC");
      at--;
    }
    if (!conjunction || at < 0) {
      return -1;
    }
    int party = at;
    while (tree.heads[party] >= 0 && tree.heads[party] < subject) {
      party = tree.heads[party];
    }
    boolean loose =
        tree.heads[party] == Tree.ROOT && tree.is(party, "root")
            || tree.heads[party] == verb && tree.is(party, "nsubj", "nsubj:pass");
    return loose && tree.isNominal(party) && tree.child(party, "nsubj", "cop") < 0 ? party : -1;
  }

  private static int leftEdge(Tree tree, int word) {
    int edge = word;
    while (edge > 0 && tree.isBelow(edge - 1, word)) {
      edge--;
    }
    return edge;
  }

  private static void join(Tree tree, int first, int second, int verb) {
    if (tree.isBelow(verb, first)) {
      tree.attach(verb, Tree.ROOT, "root");
    }
    tree.attach(first, verb, tree.relations[second]);
    tree.attach(second, first, "conj");
    for (int word = first + 1; word < second; word++) {
      if (tree.is(word, "cc") && tree.heads[word] == first) {
        tree.heads[word] = second;
      }
    }
  }
}
