/** Polarity, modality and factuality of a predicate, from the words that govern it. */
package org.tensiometer.claims.factuality;
