package org.tensiometer.claims.language.nlp4j;

/**
 * ClearNLP chains conjuncts, each under the one before it; UD hangs all of them from the first, and
 * conjunction and comma from the conjunct that follows them.
 */
final class Coordination {

  private Coordination() {}

  static void flatten(Tree tree) {
    for (int word = 0; word < tree.size(); word++) {
      if (tree.is(word, "conj")) {
        tree.heads[word] = firstConjunct(tree, word);
      }
    }
    for (int word = 0; word < tree.size(); word++) {
      if (tree.is(word, "cc") || tree.is(word, "punct") && tree.tags[word].equals(",")) {
        int next = nextConjunct(tree, word);
        boolean before = next >= 0 && (tree.is(word + 1, "cc") || tree.isBelow(word + 1, next));
        if (before || next >= 0 && tree.is(word, "cc")) {
          tree.heads[word] = next;
        }
      }
    }
  }

  private static int firstConjunct(Tree tree, int word) {
    int head = tree.heads[word];
    int steps = 0;
    while (head >= 0 && tree.is(head, "conj") && tree.heads[head] >= 0 && steps++ < tree.size()) {
      head = tree.heads[head];
    }
    return head;
  }

  /** The first conjunct to the right that shares the chain with the word's head. */
  private static int nextConjunct(Tree tree, int word) {
    int head = tree.heads[word];
    if (head < 0 || head > word) {
      return -1;
    }
    int first = tree.is(head, "conj") ? tree.heads[head] : head;
    for (int next = word + 1; next < tree.size(); next++) {
      if (tree.is(next, "conj") && tree.heads[next] == first) {
        return next;
      }
    }
    return -1;
  }
}
