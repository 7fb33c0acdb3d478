package org.tensiometer.coding.score;

/**
 * A figure of a score: how many of how many.
 *
 * @param name what is counted, as score.py beside the labelled data calls it
 */
record Share(String name, int part, int whole) {

  double value() {
    return whole == 0 ? 0 : (double) part / whole;
  }

  @Override
  public String toString() {
    return "%-44s %d/%d = %.3f".formatted(name, part, whole, value());
  }
}
