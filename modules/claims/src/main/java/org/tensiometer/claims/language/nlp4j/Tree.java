package org.tensiometer.claims.language.nlp4j;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence while it is being worked on: parallel arrays by 0-based word number. Heads are word
 * numbers, {@link #ROOT} for a root. Confined to one thread.
 */
final class Tree {

  static final int ROOT = -1;

  final Span[] spans;
  final String[] forms;
  final String[] lemmas;
  final String[] tags;
  final String[] entities;
  final int[] heads;
  final String[] relations;

  Tree(int size) {
    spans = new Span[size];
    forms = new String[size];
    lemmas = new String[size];
    tags = new String[size];
    entities = new String[size];
    heads = new int[size];
    relations = new String[size];
  }

  int size() {
    return forms.length;
  }

  /** Dependents in text order. */
  List<Integer> children(int head) {
    List<Integer> children = new ArrayList<>();
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] == head) {
        children.add(i);
      }
    }
    return children;
  }

  /** First dependent with one of the relations, or -1. */
  int child(int head, String... wanted) {
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] == head && is(i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  boolean is(int word, String... wanted) {
    for (String relation : wanted) {
      if (relation.equals(relations[word])) {
        return true;
      }
    }
    return false;
  }

  void attach(int word, int head, String relation) {
    heads[word] = head;
    relations[word] = relation;
  }

  /** Gives {@code heir} the place of {@code word}, which is left without a head of its own. */
  void inherit(int heir, int word) {
    attach(heir, heads[word], relations[word]);
  }

  /** True when {@code word} is {@code ancestor} or below it. */
  boolean isBelow(int word, int ancestor) {
    int steps = 0;
    for (int at = word; at >= 0 && steps <= size(); at = heads[at], steps++) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  boolean isNominal(int word) {
    String tag = tags[word];
    return tag.startsWith("NN")
        || tag.startsWith("PRP")
        || tag.equals("CD")
        || tag.equals("DT")
        || tag.equals("WP")
        || tag.equals("WDT")
        || tag.equals("EX")
        || tag.equals("$");
  }

  boolean isVerb(int word) {
    return tags[word].startsWith("VB") || tags[word].equals("MD");
  }

  boolean isFinite(int word) {
    return tags[word].equals("VBD") || tags[word].equals("VBZ") || tags[word].equals("VBP");
  }
}
