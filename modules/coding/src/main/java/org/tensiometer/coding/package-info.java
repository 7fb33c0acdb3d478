/** Claim to coded claim: actors, acts, factuality, severity; pure, lexicon as data files. */
package org.tensiometer.coding;
