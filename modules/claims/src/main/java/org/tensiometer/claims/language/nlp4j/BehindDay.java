package org.tensiometer.claims.language.nlp4j;

import java.util.Set;

/**
 * <i>Peru released on Monday the Chilean ship</i>, <i>Peru eased the curfew on Monday in Cuzco</i>:
 * what stands behind the name of a day belongs to the verb, not to the day.
 */
final class BehindDay implements Repair {

  private static final Set<String> DAYS =
      Set.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private static final Set<String> OPENING = Set.of("DT", "CD", "PRP$");

  @Override
  public Tree apply(Tree tree) {
    for (int day = 1; day < tree.size() - 1; day++) {
      if (!DAYS.contains(tree.forms[day])) {
        continue;
      }
      if (tree.is(day, "compound")) {
        split(tree, day);
      }
      int verb = tree.heads[day];
      if (verb >= 0 && verb < day && tree.isVerb(verb) && tree.is(day, "obl", "obl:tmod")) {
        lift(tree, day, verb);
      }
    }
    return tree;
  }

  /** On [Monday the ship]: the day is taken for a part of the object's name. */
  private static void split(Tree tree, int day) {
    int noun = tree.heads[day];
    int verb = noun < 0 ? Tree.ROOT : tree.heads[noun];
    int preposition = day - 1;
    boolean own = tree.is(preposition, "case") && tree.heads[preposition] == noun;
    if (own
        && noun > day
        && verb >= 0
        && verb < preposition
        && tree.is(noun, "obl")
        && OPENING.contains(tree.tags[day + 1])
        && lacksObject(tree, verb)) {
      tree.attach(noun, verb, "obj");
      tree.attach(day, verb, "obl");
      tree.attach(preposition, day, "case");
    }
  }

  private static void lift(Tree tree, int day, int verb) {
    for (int word = day + 1; word < tree.size(); word++) {
      // The parser also takes the object for an apposition to the subject.
      boolean behind = tree.heads[word] == day || isAppositionBefore(tree, word, verb);
      if (!behind || !tree.isNominal(word) || isTime(tree, word)) {
        continue;
      }
      int preposition = tree.child(word, "case");
      if (preposition > day && tree.is(word, "nmod") && !tree.forms[preposition].equals("of")) {
        tree.attach(word, verb, "obl");
      } else if (preposition < 0
          && tree.is(word, "appos")
          && !tree.forms[day + 1].equals(",")
          && lacksObject(tree, verb)) {
        tree.attach(word, verb, "obj");
      }
    }
  }

  private static boolean isAppositionBefore(Tree tree, int word, int verb) {
    return tree.is(word, "appos") && tree.heads[word] >= 0 && tree.heads[word] < verb;
  }

  private static boolean lacksObject(Tree tree, int verb) {
    return tree.isVerb(verb)
        && tree.child(verb, "obj", "ccomp", "xcomp", "aux:pass", "nsubj:pass") < 0;
  }

  private static boolean isTime(Tree tree, int word) {
    String entity = tree.entities[word];
    return entity != null && (entity.endsWith("-DATE") || entity.endsWith("-TIME"));
  }
}
