package org.tensiometer.claims.language.nlp4j;

/** The full stop and the closing quotation marks of a sentence hang from its root. */
final class FinalPunctuation implements Repair {

  @Override
  public Tree apply(Tree tree) {
    int root = tree.child(Tree.ROOT, "root");
    for (int i = tree.size() - 1; i >= 0 && tree.is(i, "punct") && root >= 0; i--) {
      if (tree.children(i).isEmpty()) {
        tree.attach(i, root, "punct");
      }
    }
    return tree;
  }
}
