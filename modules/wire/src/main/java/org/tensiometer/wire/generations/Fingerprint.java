package org.tensiometer.wire.generations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a result says, so that two generations can be compared: equal for records that differ only
 * in which generation wrote them, as which revision, and with which version of lexicon, coder and
 * analysis.
 */
public final class Fingerprint {

  private static final Set<String> LEFT_OUT =
      Set.of("generation", "revision", "lexicons", "coders", "engines", "lexicon", "coder");

  private Fingerprint() {}

  /** SHA-256, hexadecimal; "none" for a tombstone. */
  public static String of(SpecificRecord record) {
    if (record == null) {
      return "none";
    }
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Schema.Field field : record.getSchema().getFields()) {
        if (!isLeftOut(field)) {
          sha.update(
              (field.name() + '=' + record.get(field.pos()) + '\n')
                  .getBytes(StandardCharsets.UTF_8));
        }
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** A revision that is a record names the state of an article, which is part of the result. */
  private static boolean isLeftOut(Schema.Field field) {
    return LEFT_OUT.contains(field.name()) && field.schema().getType() != Schema.Type.RECORD;
  }
}
