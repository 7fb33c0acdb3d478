package org.tensiometer.claims.language.nlp4j.model;

/** A collection of strings that knows the fingerprint of each. */
interface Hashed {

  /** Fingerprints in the collection's order; not to be changed. */
  long[] hashes();
}
