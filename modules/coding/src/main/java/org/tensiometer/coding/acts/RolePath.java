package org.tensiometer.coding.acts;

import java.util.ArrayList;
import java.util.List;

/**
 * A way from the predicate to a filler: {@code obj.with} is what follows "with" after the object,
 * {@code on|upon} what follows either.
 *
 * @param steps roles, at least one
 */
public record RolePath(List<String> steps) {

  static RolePath parse(String text) {
    return new RolePath(List.of(text.split("\\.")));
  }

  public List<Filler> fillers(ClaimTree tree) {
    List<Filler> at = new ArrayList<>();
    for (String role : steps.get(0).split("\\|")) {
      at.addAll(tree.role(role));
    }
    for (String step : steps.subList(1, steps.size())) {
      List<Filler> next = new ArrayList<>();
      for (Filler filler : at) {
        if (filler.head() >= 0) {
          next.addAll(tree.role(filler.head(), step));
        }
      }
      at = next;
    }
    return at;
  }

  /** Whether it takes what comes. */
  public boolean isLoose() {
    return last().equals("any");
  }

  /**
   * Whether the acting party itself must be left out: where what comes is taken, and among owners,
   * who may be the acting party: "imposed sanctions on its ally Ruritania".
   */
  public boolean leavesOutSource() {
    boolean owner =
        steps.size() > 1 && last().equals("subj") && !steps.get(steps.size() - 2).equals("comp");
    return isLoose() || owner;
  }

  private String last() {
    return steps.get(steps.size() - 1);
  }

  /** Whether it ends at a clause that says what is promised, threatened, planned. */
  boolean isComplement() {
    return last().equals("comp");
  }

  @Override
  public String toString() {
    return String.join(".", steps);
  }
}
