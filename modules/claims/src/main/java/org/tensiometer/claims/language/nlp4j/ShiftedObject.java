package org.tensiometer.claims.language.nlp4j;

/**
 * <i>Peru denounced as a crime the raid on Lima</i>: an object behind an oblique is taken for its
 * conjunct, though neither a conjunction nor a comma stands between them.
 */
final class ShiftedObject implements Repair {

  @Override
  public Tree apply(Tree tree) {
    for (int noun = 2; noun < tree.size(); noun++) {
      int oblique = tree.heads[noun];
      if (!tree.is(noun, "conj") || oblique < 0 || oblique > noun || !tree.is(oblique, "obl")) {
        continue;
      }
      int verb = tree.heads[oblique];
      if (verb >= 0
          && verb < oblique
          && tree.isVerb(verb)
          && tree.isNominal(noun)
          && tree.child(verb, "obj", "ccomp", "xcomp") < 0
          && tree.child(noun, "cc", "case") < 0
          && !isCoordinated(tree, oblique, noun)) {
        tree.attach(noun, verb, "obj");
      }
    }
    return tree;
  }

  private static boolean isCoordinated(Tree tree, int from, int to) {
    for (int word = from + 1; word < to; word++) {
      if (tree.tags[word].equals("CC") || tree.tags[word].equals(",") || tree.is(word, "conj")) {
        return true;
      }
    }
    return false;
  }
}
