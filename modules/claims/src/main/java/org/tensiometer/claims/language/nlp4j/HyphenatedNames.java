package org.tensiometer.claims.language.nlp4j;

import java.util.Locale;

/**
 * <i>Kim Hong - kyun</i>: the tagger was trained on hyphens as words of their own; in a person's
 * name the parts are one word again. Joined are parts inside one person, and proper nouns of which
 * one is in lower case (<i>al-Assad</i>); <i>Moscow-backed</i> and <i>Paris-London</i> are left.
 */
final class HyphenatedNames implements Repair {

  @Override
  public Tree apply(Tree tree) {
    int[] target = new int[tree.size()];
    int size = 0;
    int i = 0;
    while (i < tree.size()) {
      int last = i;
      while (last + 2 < tree.size() && isName(tree, last, last + 2)) {
        last += 2;
      }
      for (; i <= last; i++) {
        target[i] = size;
      }
      size++;
    }
    return size == tree.size() ? tree : joined(tree, target, size);
  }

  private static boolean isName(Tree tree, int left, int right) {
    int hyphen = left + 1;
    boolean touching =
        tree.forms[hyphen].equals("-")
            && tree.spans[left].end() == tree.spans[hyphen].begin()
            && tree.spans[hyphen].end() == tree.spans[right].begin();
    return touching && (isOnePerson(tree, left, right) || isPartlyLowerCase(tree, left, right));
  }

  private static boolean isOnePerson(Tree tree, int left, int right) {
    for (int i = left; i <= right; i++) {
      String entity = tree.entities[i];
      boolean inside = i == left || entity != null && "IL".indexOf(entity.charAt(0)) >= 0;
      if (entity == null || !entity.endsWith("-PERSON") || !inside) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPartlyLowerCase(Tree tree, int left, int right) {
    return tree.tags[left].equals("NNP")
        && tree.tags[right].equals("NNP")
        && (Character.isLowerCase(tree.forms[left].charAt(0))
            != Character.isLowerCase(tree.forms[right].charAt(0)));
  }

  private static Tree joined(Tree tree, int[] target, int size) {
    Tree joined = new Tree(size);
    for (int i = 0; i < tree.size(); i++) {
      int to = target[i];
      boolean first = joined.spans[to] == null;
      boolean leads = first || tree.heads[i] < 0 || target[tree.heads[i]] != to;
      joined.entities[to] =
          first ? tree.entities[i] : entity(joined.entities[to], tree.entities[i]);
      joined.forms[to] = first ? tree.forms[i] : joined.forms[to] + tree.forms[i];
      joined.spans[to] =
          new Span(first ? tree.spans[i].begin() : joined.spans[to].begin(), tree.spans[i].end());
      joined.lemmas[to] = first ? tree.lemmas[i] : joined.forms[to].toLowerCase(Locale.ROOT);
      if (leads) {
        joined.tags[to] = tree.tags[i];
        joined.attach(to, tree.heads[i] < 0 ? Tree.ROOT : target[tree.heads[i]], tree.relations[i]);
      }
    }
    return joined;
  }

  /** BILOU tag of two neighbours as one word. */
  private static String entity(String left, String right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    boolean begins = left.charAt(0) == 'B' || left.charAt(0) == 'U';
    boolean ends = right.charAt(0) == 'L' || right.charAt(0) == 'U';
    char place = begins ? (ends ? 'U' : 'B') : (ends ? 'L' : 'I');
    return place + left.substring(1);
  }
}
