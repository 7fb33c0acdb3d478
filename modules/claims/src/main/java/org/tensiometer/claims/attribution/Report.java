package org.tensiometer.claims.attribution;

import java.util.BitSet;
import org.tensiometer.claims.grammar.SentenceTree;

/**
 * A reporting word with its source and what it reports.
 *
 * @param tree sentence
 * @param cue token of the reporting word
 * @param source head token of the source
 * @param content tokens of what is reported
 * @param own whether the cue is an act of the source itself, so that the source speaks it
 */
record Report(SentenceTree tree, int cue, int source, BitSet content, boolean own) {

  /** Whether a predicate is said by the source: it is reported, or it is the act of saying. */
  boolean covers(int predicate) {
    return content.get(predicate) || own && cue == predicate;
  }
}
