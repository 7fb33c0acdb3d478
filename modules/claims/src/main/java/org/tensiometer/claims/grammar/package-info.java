/**
 * What the rules know about English trees: the view of a sentence that rules walk over, noun
 * phrases, clauses, and the word lists. No word of politics is here.
 */
package org.tensiometer.claims.grammar;
