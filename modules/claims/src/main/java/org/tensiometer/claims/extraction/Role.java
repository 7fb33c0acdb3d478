package org.tensiometer.claims.extraction;

import org.tensiometer.claims.grammar.Phrase;

/**
 * A party or thing of a predicate.
 *
 * @param name UD relation, with the preposition for obliques and nominal modifiers
 * @param phrase its words
 */
record Role(String name, Phrase phrase) {}
