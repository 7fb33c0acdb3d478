package org.tensiometer.claims.language.nlp4j.model;

import java.util.AbstractList;
import java.util.List;

/** A list of strings that knows the fingerprint of each. */
final class HashedList extends AbstractList<String> implements Hashed {

  private final String[] values;
  private final long[] hashes;

  HashedList(List<String> values) {
    this.values = values.toArray(String[]::new);
    this.hashes = values.stream().mapToLong(Fingerprint::of).toArray();
  }

  @Override
  public long[] hashes() {
    return hashes;
  }

  @Override
  public String get(int index) {
    return values[index];
  }

  @Override
  public int size() {
    return values.length;
  }
}
