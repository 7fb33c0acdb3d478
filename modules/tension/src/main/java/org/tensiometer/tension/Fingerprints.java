package org.tensiometer.tension;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short digests that tell whether something changed; not for security. */
public final class Fingerprints {

  private static final MessageDigest UNUSED = unused();

  private Fingerprints() {}

  /** First 64 bits of the SHA-256; never 0, which is left to mean "nothing". */
  public static long of(ByteBuffer bytes) {
    MessageDigest sha = sha256();
    sha.update(bytes);
    long value = ByteBuffer.wrap(sha.digest()).getLong();
    return value == 0 ? 1 : value;
  }

  /** Like {@link #of(ByteBuffer)}, of a text in UTF-8. */
  public static long of(String text) {
    return of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** First hexadecimal digits of the SHA-256 of a text in UTF-8. */
  public static String hex(String text, int digits) {
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, digits);
  }

  // A copy of an unused one is had sooner than one from the list of providers.
  private static MessageDigest sha256() {
    try {
      return (MessageDigest) UNUSED.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The platform's SHA-256 can be copied", e);
    }
  }

  private static MessageDigest unused() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
