package org.tensiometer.claims.grammar;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.AnalysedToken;

/**
 * A sentence with its children at hand. Tolerates what a parser may get wrong: a head outside the
 * sentence or a cycle makes the token a root.
 */
public final class SentenceTree {

  /** No such token. */
  public static final int NONE = -1;

  private static final int[] NO_CHILDREN = {};

  private final AnalysedSentence sentence;
  private final List<AnalysedToken> tokens;
  private final int[] heads;
  private final int[][] children;

  public SentenceTree(AnalysedSentence sentence) {
    this.sentence = sentence;
    this.tokens = sentence.tokens();
    this.heads = safeHeads(tokens);
    this.children = childrenOf(heads);
  }

  public AnalysedSentence sentence() {
    return sentence;
  }

  public int size() {
    return tokens.size();
  }

  public AnalysedToken token(int i) {
    return tokens.get(i);
  }

  /** Head of the token, {@link #NONE} for a root. */
  public int head(int i) {
    return heads[i];
  }

  /** Relation with subtype; root for a root. */
  public String relation(int i) {
    return heads[i] == NONE ? "root" : tokens.get(i).relation();
  }

  /** Relation without subtype. */
  public String base(int i) {
    String relation = relation(i);
    int colon = relation.indexOf(':');
    return colon < 0 ? relation : relation.substring(0, colon);
  }

  public String form(int i) {
    return tokens.get(i).form();
  }

  public String lemma(int i) {
    return tokens.get(i).lemma();
  }

  public String upos(int i) {
    return tokens.get(i).upos();
  }

  public String xpos(int i) {
    return tokens.get(i).xpos();
  }

  /** Entity type without its position letter, for instance GPE; empty outside names. */
  public String entity(int i) {
    String entity = tokens.get(i).entity();
    if (entity == null) {
      return "";
    }
    int dash = entity.indexOf('-');
    return dash < 0 ? entity : entity.substring(dash + 1);
  }

  public boolean is(int i, String... parts) {
    String upos = upos(i);
    for (String part : parts) {
      if (part.equals(upos)) {
        return true;
      }
    }
    return false;
  }

  /** Children in text order. */
  public int[] children(int i) {
    return children[i];
  }

  /** First child with one of these relations, compared with and without subtype. */
  public int child(int i, String... relations) {
    for (int child : children[i]) {
      if (hasRelation(child, relations)) {
        return child;
      }
    }
    return NONE;
  }

  public boolean hasChild(int i, String... relations) {
    return child(i, relations) != NONE;
  }

  public boolean hasRelation(int i, String... relations) {
    String full = relation(i);
    String base = base(i);
    for (String relation : relations) {
      if (relation.equals(full) || relation.equals(base)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a token is the other or stands above it. */
  public boolean dominates(int above, int below) {
    for (int i = below; i != NONE; i = heads[i]) {
      if (i == above) {
        return true;
      }
    }
    return false;
  }

  /** The token and everything below it. */
  public BitSet subtree(int i) {
    return subtree(i, Set.of());
  }

  /** The token and everything below it, leaving out direct children with these base relations. */
  public BitSet subtree(int i, Set<String> withoutDirect) {
    BitSet found = new BitSet(size());
    found.set(i);
    for (int child : children[i]) {
      if (!withoutDirect.contains(base(child))) {
        collect(child, found);
      }
    }
    return found;
  }

  private void collect(int start, BitSet found) {
    int[] stack = new int[size()];
    int depth = 0;
    stack[depth++] = start;
    while (depth > 0) {
      int i = stack[--depth];
      found.set(i);
      for (int child : children[i]) {
        stack[depth++] = child;
      }
    }
  }

  private static int[] safeHeads(List<AnalysedToken> tokens) {
    int n = tokens.size();
    int[] heads = new int[n];
    for (int i = 0; i < n; i++) {
      int head = tokens.get(i).head();
      heads[i] = head < 0 || head >= n || head == i ? NONE : head;
    }
    byte[] state = new byte[n];
    for (int start = 0; start < n; start++) {
      int i = start;
      while (i != NONE && state[i] == 0) {
        state[i] = 1;
        if (heads[i] != NONE && state[heads[i]] == 1) {
          heads[i] = NONE;
        }
        i = heads[i];
      }
      for (i = start; i != NONE && state[i] == 1; i = heads[i]) {
        state[i] = 2;
      }
    }
    return heads;
  }

  private static int[][] childrenOf(int[] heads) {
    int n = heads.length;
    int[] counts = new int[n];
    for (int head : heads) {
      if (head != NONE) {
        counts[head]++;
      }
    }
    int[][] children = new int[n][];
    for (int i = 0; i < n; i++) {
      children[i] = counts[i] == 0 ? NO_CHILDREN : new int[counts[i]];
    }
    Arrays.fill(counts, 0);
    for (int i = 0; i < n; i++) {
      if (heads[i] != NONE) {
        children[heads[i]][counts[heads[i]]++] = i;
      }
    }
    return children;
  }
}
