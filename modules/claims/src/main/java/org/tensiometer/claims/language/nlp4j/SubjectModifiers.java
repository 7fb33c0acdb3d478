package org.tensiometer.claims.language.nlp4j;

import java.util.Set;

/**
 * Two kinds of words beside a subject that the parser takes for something else: a day between
 * subject and verb (<i>Albania on Friday denounced</i>) belongs to the verb, and a noun behind
 * <i>over</i>, <i>around</i> or <i>about</i> and a number (<i>over 300 people have fled</i>) is the
 * subject of a verb that has none.
 */
final class SubjectModifiers implements Repair {

  private static final Set<String> ROUNDING = Set.of("over", "around", "about", "under", "between");

  @Override
  public Tree apply(Tree tree) {
    for (int verb = 1; verb < tree.size(); verb++) {
      if (tree.isVerb(verb)) {
        day(tree, verb);
        countedSubject(tree, verb);
      }
    }
    return tree;
  }

  private static void day(Tree tree, int verb) {
    int subject = tree.child(verb, "nsubj", "nsubj:pass");
    if (subject < 0 || subject > verb) {
      return;
    }
    for (int day : tree.children(subject)) {
      String entity = tree.entities[day];
      int preposition = tree.child(day, "case");
      boolean temporal =
          entity != null
              && entity.endsWith("-DATE")
              && (preposition < 0 || tree.lemmas[preposition].equals("on"));
      if (temporal && day > subject && day < verb && tree.is(day, "nmod", "appos", "dep")) {
        tree.attach(day, verb, preposition < 0 ? "obl:tmod" : "obl");
      }
    }
  }

  private static void countedSubject(Tree tree, int verb) {
    if (!tree.isFinite(verb) && tree.child(verb, "aux", "aux:pass") < 0
        || tree.child(verb, "nsubj", "nsubj:pass", "csubj", "expl") >= 0
        || tree.is(verb, "conj", "acl:relcl", "xcomp")) {
      return;
    }
    for (int noun : tree.children(verb)) {
      int rounding = tree.child(noun, "case");
      boolean counted =
          noun < verb
              && tree.is(noun, "obl")
              && tree.isNominal(noun)
              && rounding >= 0
              && ROUNDING.contains(tree.lemmas[rounding])
              && rounding + 1 < noun
              && tree.tags[rounding + 1].equals("CD");
      if (counted) {
        tree.attach(noun, verb, tree.child(verb, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj");
        tree.attach(rounding, rounding + 1, "advmod");
        return;
      }
    }
  }
}
