/**
 * What was done: patterns over Universal Dependencies relations, indexed by the lemma of the
 * predicate. A small engine in the spirit of Semgrex (Chambers et al. 2007).
 */
package org.tensiometer.coding.acts;
