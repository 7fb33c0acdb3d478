package org.tensiometer.operations.deadletters;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Stands for the key of a record, which may be of any length: the first 128 bits of its SHA-256.
 */
record KeyHash(long high, long low) {

  /**
   * @return null if there is no key
   */
  static KeyHash of(ByteBuffer key) {
    if (key == null) {
      return null;
    }
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(key.duplicate());
      ByteBuffer digest = ByteBuffer.wrap(sha.digest());
      return new KeyHash(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * @return null if there is no key
   */
  static KeyHash of(byte[] key) {
    return key == null ? null : of(ByteBuffer.wrap(key));
  }
}
