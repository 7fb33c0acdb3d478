package org.tensiometer.coding.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whom an act is meant for, where only a clause of purpose or content tells it: "gave money to
 * promote investment in Ruritania", "approved a treaty on building a base in Ruritania".
 */
final class Aims {

  private static final Set<String> PURPOSE = Set.of("to", "for", "on", "of", "at", "in");
  private static final Set<String> INFINITIVE = Set.of("to", "for");
  private static final Set<String> CLAUSES = Set.of("xcomp", "advcl", "acl", "obl", "nmod");
  private static final Set<String> LEFT_OUT =
      Set.of("nsubj", "csubj", "ccomp", "parataxis", "appos");
  private static final int DEEPEST = 6;

  private final ClaimTree tree;
  private final List<List<Filler>> found = new ArrayList<>();

  private Aims(ClaimTree tree) {
    this.tree = tree;
  }

  /**
   * The nominals of such clauses of the predicate, of its objects and of what it is done for, those
   * nearest to the clause first, by depth.
   */
  static List<List<Filler>> of(ClaimTree tree) {
    Aims aims = new Aims(tree);
    aims.clauses(tree.predicate());
    for (String role : List.of("obj", "for")) {
      for (Filler filler : tree.role(role)) {
        if (filler.head() >= 0) {
          aims.clauses(filler.head());
        }
      }
    }
    return aims.found;
  }

  private void clauses(int token) {
    for (int child : tree.children(token)) {
      if (CLAUSES.contains(tree.base(child)) && tree.isVerb(child) && isAim(child)) {
        nominals(child, 0);
      }
    }
  }

  /** An infinitive or a gerund after a preposition, or what tells which thing it is. */
  private boolean isAim(int clause) {
    List<String> marks = tree.dependents(clause, "mark", "case");
    boolean adverbial = tree.base(clause).equals("advcl");
    Set<String> wanted = adverbial ? INFINITIVE : PURPOSE;
    return marks.isEmpty() ? !adverbial : wanted.containsAll(marks);
  }

  private void nominals(int token, int depth) {
    for (int child : tree.children(token)) {
      String base = tree.base(child);
      boolean nominal = tree.isNominal(child);
      boolean clause = base.equals("advcl") && !isAim(child) || base.equals("conj") && !nominal;
      if (depth >= DEEPEST || clause || LEFT_OUT.contains(base)) {
        continue;
      }
      if (nominal && !base.equals("compound")) {
        while (found.size() <= depth) {
          found.add(new ArrayList<>());
        }
        found.get(depth).add(tree.filler(child));
      }
      nominals(child, base.equals("conj") ? depth : depth + 1);
    }
  }
}
