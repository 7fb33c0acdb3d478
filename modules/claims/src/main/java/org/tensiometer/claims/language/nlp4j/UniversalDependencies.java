package org.tensiometer.claims.language.nlp4j;

import java.util.Set;

/**
 * Turns a tree in ClearNLP's labels (Choi and Palmer 2012, <i>Guidelines for the CLEAR style
 * constituent to dependency conversion</i>) into Universal Dependencies version 2, in this order:
 * prepositions hang from their objects, copulas from their predicates, conjuncts from the first
 * conjunct; then each label is renamed.
 *
 * <p>Kept from ClearNLP where UD differs: names are {@code compound} with the last word as head,
 * not {@code flat}; a copula with a clause as its predicate stays the head.
 */
final class UniversalDependencies {

  private static final Set<String> SUBORDINATORS =
      Set.of(
          "after",
          "although",
          "as",
          "because",
          "before",
          "once",
          "since",
          "though",
          "till",
          "unless",
          "until",
          "while");

  private UniversalDependencies() {}

  static void convert(Tree tree) {
    Prepositions.turn(tree);
    Copulas.turn(tree);
    Coordination.flatten(tree);
    rename(tree);
    settleRoots(tree);
  }

  private static void rename(Tree tree) {
    String[] renamed = new String[tree.size()];
    for (int word = 0; word < tree.size(); word++) {
      renamed[word] = renamed(tree, word);
    }
    System.arraycopy(renamed, 0, tree.relations, 0, renamed.length);
    for (int word = 0; word < tree.size(); word++) {
      passiveSubject(tree, word);
    }
  }

  private static String renamed(Tree tree, int word) {
    String label = tree.relations[word];
    String tag = tree.tags[word];
    return switch (label) {
      case "dobj" -> "obj";
      case "dative" -> "iobj";
      case "nsubjpass" -> "nsubj:pass";
      case "csubjpass" -> "csubj:pass";
      case "auxpass" -> "aux:pass";
      case "agent" -> "obl:agent";
      case "prep", "pobj" -> isNominalHead(tree, word) ? "nmod" : "obl";
      case "pcomp" -> isNominalHead(tree, word) ? "acl" : "advcl";
      case "oprd", "attr", "acomp" -> "xcomp";
      case "poss" -> "nmod:poss";
      case "relcl" -> "acl:relcl";
      case "ccomp" -> isAdverbial(tree, word) ? "advcl" : label;
      case "prt" -> "compound:prt";
      case "predet" -> "det:predet";
      case "preconj" -> "cc:preconj";
      case "aux" -> tag.equals("TO") ? "mark" : "aux";
      case "neg" -> tag.equals("DT") ? "det" : "advmod";
      case "qmod" -> tag.equals("CD") ? "compound" : "advmod";
      case "npadvmod" -> Temporal.is(tree, word) ? "obl:tmod" : "obl:npmod";
      case "nmod" -> modifier(tag);
      case "meta" -> "dep";
      default -> label;
    };
  }

  private static String modifier(String tag) {
    if (tag.startsWith("JJ") || tag.startsWith("VB")) {
      return "amod";
    }
    if (tag.startsWith("RB") || tag.equals("IN")) {
      return "advmod";
    }
    return switch (tag) {
      case "CD" -> "nummod";
      case "DT", "PDT" -> "det";
      case "HYPH", ",", ":", "``", "''", "-LRB-", "-RRB-" -> "punct";
      default -> "compound";
    };
  }

  /** <i>after the talks collapsed</i>: such a clause complements nothing. */
  private static boolean isAdverbial(Tree tree, int word) {
    int mark = tree.child(word, "mark");
    return mark >= 0 && SUBORDINATORS.contains(tree.lemmas[mark]);
  }

  private static boolean isNominalHead(Tree tree, int word) {
    int head = tree.heads[word];
    return head >= 0 && tree.isNominal(head) && tree.child(head, "cop") < 0;
  }

  /** The parser labels subject and auxiliary apart and does not always make them agree. */
  private static void passiveSubject(Tree tree, int word) {
    int head = tree.heads[word];
    if (head >= 0 && tree.is(word, "nsubj", "csubj") && tree.child(head, "aux:pass") >= 0) {
      tree.relations[word] += ":pass";
    }
  }

  private static void settleRoots(Tree tree) {
    int root = -1;
    for (int word = 0; word < tree.size() && root < 0; word++) {
      if (tree.heads[word] == Tree.ROOT && !tree.is(word, "punct")) {
        root = word;
      }
    }
    for (int word = 0; word < tree.size(); word++) {
      if (tree.heads[word] == Tree.ROOT) {
        if (tree.is(word, "punct") && root >= 0) {
          tree.attach(word, root, "punct");
        } else {
          tree.relations[word] = "root";
        }
      } else if (tree.is(word, "root")) {
        tree.relations[word] = "dep";
      }
    }
  }

  /** Nouns that measure or name a time. */
  static final class Temporal {

    private static final Set<String> NOUNS =
        Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "today",
            "tomorrow",
            "yesterday",
            "tonight",
            "second",
            "minute",
            "hour",
            "day",
            "night",
            "morning",
            "afternoon",
            "evening",
            "noon",
            "midnight",
            "week",
            "weekend",
            "month",
            "quarter",
            "season",
            "spring",
            "summer",
            "autumn",
            "fall",
            "winter",
            "year",
            "decade",
            "century",
            "time",
            "moment");

    private Temporal() {}

    static boolean is(Tree tree, int word) {
      String entity = tree.entities[word];
      return entity != null && (entity.endsWith("-DATE") || entity.endsWith("-TIME"))
          || NOUNS.contains(tree.lemmas[word]);
    }
  }
}
