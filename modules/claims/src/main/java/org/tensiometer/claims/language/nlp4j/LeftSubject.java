package org.tensiometer.claims.language.nlp4j;

/**
 * <i>..., Deputy Minister Park Jin-woo, condemned ...</i>: a finite verb without a subject takes
 * the noun phrase closed by the comma on its left, which the parser had made an apposition of
 * something further left.
 */
final class LeftSubject implements Repair {

  @Override
  public Tree apply(Tree tree) {
    for (int verb = 2; verb < tree.size(); verb++) {
      if (needsSubject(tree, verb) && tree.tags[verb - 1].equals(",")) {
        int subject = apposition(tree, verb - 2);
        if (subject >= 0 && !tree.isBelow(verb, subject)) {
          tree.attach(subject, verb, "nsubj");
        }
      }
    }
    return tree;
  }

  private static boolean needsSubject(Tree tree, int verb) {
    return tree.isFinite(verb)
        && tree.is(verb, "root", "ccomp")
        && tree.child(verb, "nsubj", "nsubj:pass", "csubj", "expl") < 0;
  }

  /** The apposition that ends with the word, or -1. */
  private static int apposition(Tree tree, int last) {
    int word = last;
    while (word >= 0 && !tree.is(word, "appos")) {
      word = tree.heads[word];
    }
    return word >= 0 && word <= last && tree.isNominal(word) ? word : -1;
  }
}
