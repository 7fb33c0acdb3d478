package org.tensiometer.claims.language.nlp4j;

/**
 * Universal parts of speech from Penn Treebank tag and relation (UD's English conversion table).
 */
final class UniversalTags {

  private UniversalTags() {}

  /** The tag of a word in a tree that is already in UD. */
  static String of(Tree tree, int word) {
    String tag = tree.tags[word];
    String relation = tree.relations[word];
    if (tag.startsWith("VB")) {
      return verb(tree, word, relation);
    }
    return switch (tag) {
      case "NN", "NNS" -> "NOUN";
      case "NNP", "NNPS" -> "PROPN";
      case "MD" -> "AUX";
      case "JJ", "JJR", "JJS" -> "ADJ";
      case "RB", "RBR", "RBS", "WRB" -> isNegation(tree, word) ? "PART" : "ADV";
      case "PRP", "PRP$", "WP", "WP$", "EX" -> "PRON";
      case "DT", "WDT", "PDT" -> relation.startsWith("det") ? "DET" : pronoun(relation);
      case "IN" -> preposition(relation);
      case "TO" -> relation.equals("mark") ? "PART" : "ADP";
      case "RP" -> "ADP";
      case "POS" -> "PART";
      case "CC" -> "CCONJ";
      case "CD" -> "NUM";
      case "UH" -> "INTJ";
      case "$", "SYM", "#" -> "SYM";
      case "FW", "LS", "XX", "ADD", "AFX", "GW" -> "X";
      default -> isWord(tree.forms[word]) ? "X" : "PUNCT";
    };
  }

  private static String verb(Tree tree, int word, String relation) {
    boolean auxiliary = relation.startsWith("aux") || relation.equals("cop");
    return auxiliary ? "AUX" : "VERB";
  }

  private static boolean isNegation(Tree tree, int word) {
    return tree.lemmas[word].equals("not");
  }

  private static String pronoun(String relation) {
    return relation.equals("advmod") || relation.equals("cc:preconj") ? "DET" : "PRON";
  }

  private static String preposition(String relation) {
    return switch (relation) {
      case "mark" -> "SCONJ";
      case "advmod" -> "ADV";
      default -> "ADP";
    };
  }

  private static boolean isWord(String form) {
    return form.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
