package org.tensiometer.claims.language.nlp4j.model;

import java.io.IOException;

/** Immutable map from fingerprint keys to non-negative ints, with open addressing. */
final class FingerprintTable {

  private static final int ABSENT = -1;

  private final long[] keys;
  private final int[] values;
  private final int mask;

  private FingerprintTable(long[] keys, int[] values) {
    this.keys = keys;
    this.values = values;
    this.mask = keys.length - 1;
  }

  /** The value of a key made by {@link Fingerprint#key}, or -1. */
  int get(long key) {
    int slot = (int) key & mask;
    while (true) {
      long found = keys[slot];
      if (found == key) {
        return values[slot];
      }
      if (found == 0) {
        return ABSENT;
      }
      slot = (slot + 1) & mask;
    }
  }

  void write(PackOutput out) throws IOException {
    out.longs(keys);
    out.ints(values);
  }

  /**
   * @throws DamagedPackException when the two arrays do not belong together
   */
  static FingerprintTable read(PackInput in) {
    long[] keys = in.longs();
    int[] values = in.ints();
    if (keys.length != values.length || Integer.bitCount(keys.length) != 1) {
      throw new DamagedPackException("a table of " + keys.length + "/" + values.length + " slots");
    }
    return new FingerprintTable(keys, values);
  }

  /** Collects keys; a quarter of the slots or more stays free, so a search is short. */
  static final class Builder {

    private final long[] keys;
    private final int[] values;
    private int size;

    Builder(int expected) {
      int capacity = Integer.highestOneBit(Math.max(2, expected + expected / 3)) * 2;
      keys = new long[capacity];
      values = new int[capacity];
    }

    /**
     * @throws IllegalStateException when the key is there already with another value: two strings
     *     with one fingerprint
     */
    Builder put(long key, int value) {
      int mask = keys.length - 1;
      int slot = (int) key & mask;
      while (keys[slot] != 0) {
        if (keys[slot] == key) {
          throw new IllegalStateException("two strings have the fingerprint " + key);
        }
        slot = (slot + 1) & mask;
      }
      if (++size > keys.length / 4 * 3) {
        throw new IllegalStateException("more keys than announced");
      }
      keys[slot] = key;
      values[slot] = value;
      return this;
    }

    FingerprintTable build() {
      return new FingerprintTable(keys, values);
    }
  }
}
