package org.tensiometer.tension.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
  Collection<List<Integer>> components() {
    Map<Integer, List<Integer>> components = new TreeMap<>();
    for (int i = 0; i < parent.length; i++) {
      components.computeIfAbsent(root(i), r -> new ArrayList<>()).add(i);
    }
    return components.values();
  }
}
