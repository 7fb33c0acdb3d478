package org.tensiometer.claims.language.nlp4j;

/**
 * <i>The ministry is once again sending aid</i>: what the parser hangs from the auxiliary belongs
 * to its verb.
 */
final class AuxiliaryDependents implements Repair {

  @Override
  public Tree apply(Tree tree) {
    for (int word = 0; word < tree.size(); word++) {
      int auxiliary = tree.heads[word];
      boolean misplaced = auxiliary >= 0 && tree.is(auxiliary, "aux", "aux:pass", "cop");
      if (misplaced && tree.heads[auxiliary] >= 0 && !tree.isBelow(tree.heads[auxiliary], word)) {
        tree.attach(word, tree.heads[auxiliary], relation(tree, word, auxiliary));
      }
    }
    return tree;
  }

  private static String relation(Tree tree, int word, int auxiliary) {
    boolean passive = tree.is(word, "nsubj") && tree.child(tree.heads[auxiliary], "aux:pass") >= 0;
    return passive ? "nsubj:pass" : tree.relations[word];
  }
}
