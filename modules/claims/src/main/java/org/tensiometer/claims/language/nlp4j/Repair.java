package org.tensiometer.claims.language.nlp4j;

/** Mends one known fault of the parser in a tree that is already in Universal Dependencies. */
@FunctionalInterface
interface Repair {

  /** The mended tree, or the same one. */
  Tree apply(Tree tree);
}
