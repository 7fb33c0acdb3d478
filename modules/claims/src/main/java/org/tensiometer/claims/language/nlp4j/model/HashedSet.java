package org.tensiometer.claims.language.nlp4j.model;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;

/** A set of strings in a fixed order that knows the fingerprint of each. */
final class HashedSet extends AbstractSet<String> implements Hashed {

  private final List<String> values;
  private final long[] hashes;

  /**
   * @param values without duplicates
   */
  HashedSet(List<String> values) {
    this.values = List.copyOf(values);
    this.hashes = values.stream().mapToLong(Fingerprint::of).toArray();
  }

  @Override
  public long[] hashes() {
    return hashes;
  }

  @Override
  public Iterator<String> iterator() {
    return values.iterator();
  }

  @Override
  public int size() {
    return values.size();
  }
}
