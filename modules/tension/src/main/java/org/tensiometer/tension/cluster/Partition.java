package org.tensiometer.tension.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * Connected components of the numbers 0 to n - 1, which do not depend on the order of the links.
 */
final class Partition {

  private final int[] parent;

  Partition(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  void link(int one, int other) {
    int a = root(one);
    int b = root(other);
    parent[Math.max(a, b)] = Math.min(a, b);
  }

  private int root(int start) {
    int at = start;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The members of each component, in the order of their first ones. */
  List<List<Integer>> components() {
    List<List<Integer>> components = new ArrayList<>();
    int[] numbers = new int[parent.length];
    for (int i = 0; i < parent.length; i++) {
      int root = root(i);
      // Of linked ones the smaller becomes the root, so that it is the first of its component.
      if (root == i) {
        numbers[root] = components.size();
        components.add(new ArrayList<>());
      }
      components.get(numbers[root]).add(i);
    }
    return components;
  }
}
