package org.tensiometer.claims.language.nlp4j;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@code head -prep-> preposition -pobj-> noun} becomes {@code head -obl|nmod-> noun -case->
 * preposition}; a clause under a preposition takes it as its {@code mark}. The object keeps the
 * preposition's own label; {@link UniversalDependencies} renames it once all heads are settled.
 */
final class Prepositions {

  /** Two-word prepositions that UD's English treebanks annotate as {@code fixed}. */
  private static final Set<String> FIXED =
      Set.of(
          "according to",
          "as of",
          "as to",
          "because of",
          "due to",
          "instead of",
          "prior to",
          "rather than",
          "such as");

  private Prepositions() {}

  static void turn(Tree tree) {
    int[] depths = IntStream.range(0, tree.size()).map(word -> depth(tree, word)).toArray();
    IntStream.range(0, tree.size())
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(word -> -depths[word]).thenComparing(w -> w))
        .forEach(word -> turn(tree, word));
  }

  private static int depth(Tree tree, int word) {
    int depth = 0;
    for (int at = word; at >= 0 && depth <= tree.size(); at = tree.heads[at]) {
      depth++;
    }
    return depth;
  }

  private static void turn(Tree tree, int preposition) {
    int object = tree.child(preposition, "pobj");
    boolean phrase = tree.is(preposition, "prep", "agent", "dative");
    if (object < 0 && phrase && !tree.isNominal(preposition)) {
      object = tree.child(preposition, "pcomp");
      if (object < 0) {
        object = tree.child(preposition, "prep");
      }
      if (object < 0) {
        tree.relations[preposition] = "advmod";
        return;
      }
    }
    if (object < 0) {
      return;
    }
    boolean clause = tree.is(object, "pcomp") && !hasCase(tree, object);
    String role = tree.relations[preposition];
    if (role.equals("prep") || role.equals("pcomp")) {
      role = clause ? "pcomp" : "prep";
    } else if (role.equals("dative")) {
      role = "prep";
    }
    List<Integer> others = tree.children(preposition);
    tree.attach(object, tree.heads[preposition], role);
    tree.attach(preposition, object, clause ? "mark" : "case");
    for (int other : others) {
      if (other != object) {
        boolean particle = tree.is(other, "pcomp", "prep") && !tree.isNominal(other);
        tree.attach(other, object, particle ? "case" : tree.relations[other]);
      }
    }
    joinFixed(tree, preposition, object);
  }

  private static boolean hasCase(Tree tree, int object) {
    return tree.child(object, "case") >= 0 && tree.isNominal(object);
  }

  private static void joinFixed(Tree tree, int first, int object) {
    int second = first + 1;
    if (second < tree.size()
        && tree.heads[second] == object
        && tree.is(second, "case", "mark")
        && FIXED.contains((tree.forms[first] + " " + tree.forms[second]).toLowerCase())) {
      tree.attach(second, first, "fixed");
    }
  }
}
