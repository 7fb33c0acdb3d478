package org.tensiometer.claims.language.nlp4j.model;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;

/**
 * Tags and parses one sentence in place. Node 0 is the artificial root. Implementations are safe
 * for use by many threads at once.
 */
public interface SentenceDecoder {

  /** Lexica and part-of-speech tags. */
  void tag(NLPNode[] nodes);

  /** Lemmas, entities, dependency heads and labels; needs the tags. */
  void parse(NLPNode[] nodes);

  /** Version of the models and of their form. */
  String version();
}
