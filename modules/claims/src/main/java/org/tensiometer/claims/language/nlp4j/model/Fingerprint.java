package org.tensiometer.claims.language.nlp4j.model;

/**
 * 64-bit polynomial hash of strings, which stand for themselves in all tables of the pack. The hash
 * of a joined string follows from those of its parts, so no joined string is ever built. With some
 * 10^6 keys in a table, an unknown string is taken for a known one about once in 10^13 look-ups;
 * that no two known ones meet is checked when the pack is made.
 */
final class Fingerprint {

  private static final long BASE = 0x9E3779B97F4A7C15L;

  /** Hash of the empty string. */
  static final long EMPTY = 0;

  private static final long[] SHIFTS = new long[64];

  static {
    SHIFTS[0] = 1;
    for (int i = 1; i < SHIFTS.length; i++) {
      SHIFTS[i] = SHIFTS[i - 1] * BASE;
    }
  }

  private Fingerprint() {}

  static long of(CharSequence text) {
    return append(EMPTY, text);
  }

  /** Hash of the string behind {@code hash} with {@code text} put after it. */
  static long append(long hash, CharSequence text) {
    long h = hash;
    for (int i = 0; i < text.length(); i++) {
      h = h * BASE + text.charAt(i) + 1;
    }
    return h;
  }

  static long append(long hash, char c) {
    return hash * BASE + c + 1;
  }

  /** {@code BASE^length}, by which a hash moves when {@code length} characters follow. */
  static long shift(int length) {
    if (length < SHIFTS.length) {
      return SHIFTS[length];
    }
    long power = SHIFTS[SHIFTS.length - 1];
    for (int i = SHIFTS.length - 1; i < length; i++) {
      power *= BASE;
    }
    return power;
  }

  /** Hash of {@code left + "_" + right}; {@code rightShift} is the shift of right's length. */
  static long join(long left, long right, long rightShift) {
    return append(left, '_') * rightShift + right;
  }

  /** Table key of a string of one of many kinds: well mixed, never 0. */
  static long key(int kind, long hash) {
    long h = hash + (kind + 1L) * 0xD6E8FEB86659FD93L;
    h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
    h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
    h ^= h >>> 33;
    return h == 0 ? 1 : h;
  }
}
