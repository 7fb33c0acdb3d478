package org.tensiometer.claims.language.nlp4j;

import java.util.List;

/**
 * {@code be -attr|acomp-> predicate} becomes {@code predicate -cop-> be}; likewise a prepositional
 * predicate (<i>the envoy is in Geneva</i>). Runs after {@link Prepositions}.
 */
final class Copulas {

  private Copulas() {}

  static void turn(Tree tree) {
    for (int verb = 0; verb < tree.size(); verb++) {
      if (tree.child(verb, "expl") >= 0) {
        existential(tree, verb);
      } else if (isMainBe(tree, verb)) {
        int predicate = predicate(tree, verb);
        if (predicate >= 0) {
          turn(tree, verb, predicate);
        }
      }
    }
  }

  private static boolean isMainBe(Tree tree, int verb) {
    return tree.lemmas[verb].equals("be")
        && tree.tags[verb].startsWith("VB")
        && !tree.is(verb, "aux", "auxpass");
  }

  /** <i>There are talks</i>: what there is, is the subject. */
  private static void existential(Tree tree, int verb) {
    int subject = tree.child(verb, "attr");
    if (subject >= 0 && tree.isNominal(subject) && tree.child(verb, "nsubj") < 0) {
      tree.relations[subject] = "nsubj";
    }
  }

  private static int predicate(Tree tree, int verb) {
    int predicate = tree.child(verb, "attr", "acomp");
    if (predicate >= 0) {
      return isClause(tree, predicate) ? -1 : predicate;
    }
    if (tree.child(verb, "xcomp", "ccomp", "oprd", "dobj") >= 0 || tree.child(verb, "nsubj") < 0) {
      return -1;
    }
    for (int child : tree.children(verb)) {
      if (child > verb && tree.is(child, "prep") && tree.isNominal(child)) {
        return child;
      }
    }
    return -1;
  }

  private static boolean isClause(Tree tree, int predicate) {
    return tree.isVerb(predicate) && tree.child(predicate, "nsubj", "nsubjpass", "aux") >= 0;
  }

  private static void turn(Tree tree, int verb, int predicate) {
    List<Integer> others = tree.children(verb);
    tree.inherit(predicate, verb);
    tree.attach(verb, predicate, "cop");
    for (int other : others) {
      if (other != predicate) {
        tree.attach(other, predicate, tree.relations[other]);
      }
    }
  }
}
