package org.tensiometer.topology.article;

import org.tensiometer.contracts.Ids;
import org.tensiometer.topology.deadletter.RefusedRecordException;
import org.tensiometer.wire.deadletters.DeadLetters;

/**
 * Key of a claim event.
 *
 * @param index 0-based number of the claim in its revision
 */
record ClaimKey(String articleId, int index) {

  /**
   * @param key null if the record has none
   * @throws RefusedRecordException if this is no key of a claim
   */
  static ClaimKey parse(String key) {
    int hash = key == null ? -1 : key.lastIndexOf('#');
    if (hash >= 1) {
      try {
        ClaimKey parsed =
            new ClaimKey(key.substring(0, hash), Integer.parseInt(key.substring(hash + 1)));
        // One claim must not have two keys: neither 07 nor +7 is an index.
        if (parsed.index >= 0 && parsed.toString().equals(key)) {
          return parsed;
        }
      } catch (NumberFormatException e) {
        // Told below.
      }
    }
    throw new RefusedRecordException(
        DeadLetters.INVALID,
        null,
        "A claim's key is an article id, # and an index, not " + quoted(key));
  }

  @Override
  public String toString() {
    return Ids.claimKey(articleId, index);
  }

  private static String quoted(String key) {
    return key == null ? "none" : '"' + key + '"';
  }
}
