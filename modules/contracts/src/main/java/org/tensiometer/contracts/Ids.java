package org.tensiometer.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/** Deterministic ids: the same input has the same id on every machine and in every run. */
public final class Ids {

  private static final int ID_DIGITS = 24;
  private static final int CONTENT_DIGITS = 32;

  private Ids() {}

  /** Id of an article known by its canonical address. */
  public static String articleFromUrl(String canonicalUrl) {
    return "u" + digest(ID_DIGITS, canonicalUrl);
  }

  /** Id of an article known by its words alone; such an article cannot be corrected. */
  public static String articleFromContent(String title, String body) {
    return "t" + digest(ID_DIGITS, title == null ? "" : title, body);
  }

  /**
   * Content hash of a revision: the first 32 hexadecimal digits of the SHA-256 of title, line feed,
   * body.
   *
   * @param title headline, null if unknown
   */
  public static String content(String title, String body) {
    return digest(CONTENT_DIGITS, title == null ? "" : title, body);
  }

  /** Id of the claim with this index in a revision of an article. */
  public static String claim(String articleId, String contentHash, int index) {
    return "c" + digest(ID_DIGITS, articleId, contentHash, Integer.toString(index));
  }

  /** Record key of a claim event in the topic of claims. */
  public static String claimKey(String articleId, int index) {
    return articleId + '#' + index;
  }

  /** Record key of this claim event. */
  public static String claimKey(ClaimEvent event) {
    return claimKey(event.getArticleId(), event.getClaimIndex());
  }

  /** The article id in a key that {@link #claimKey(String, int)} made. */
  public static String articleOfClaimKey(String claimKey) {
    return articleInKey(claimKey)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A claim's key is an article id, # and an index, not \"" + claimKey + '"'));
  }

  /**
   * The article id in a key that may be one of a claim.
   *
   * @param key null if a record has none
   */
  public static Optional<String> articleInKey(String key) {
    int hash = key == null ? -1 : key.lastIndexOf('#');
    return hash < 1 ? Optional.empty() : Optional.of(key.substring(0, hash));
  }

  /** Record key of an indicator. */
  public static String indicatorKey(String pair, LocalDate day) {
    return pair + '#' + day;
  }

  /** The pair in a key that {@link #indicatorKey} made. */
  public static String pairOfIndicatorKey(String indicatorKey) {
    int hash = indicatorKey.lastIndexOf('#');
    if (hash < 1) {
      throw new IllegalArgumentException(
          "An indicator's key is a pair, # and a day, for instance KOR-RUS#2024-06-21, not \""
              + indicatorKey
              + '"');
    }
    return indicatorKey.substring(0, hash);
  }

  /** The day in a key that {@link #indicatorKey} made. */
  public static LocalDate dayOfIndicatorKey(String indicatorKey) {
    return LocalDate.parse(indicatorKey.substring(pairOfIndicatorKey(indicatorKey).length() + 1));
  }

  /**
   * Id of an alert episode.
   *
   * @param kind RAISE for an episode of the score, FLASH for one of a single event
   */
  public static String alert(String pair, String ruleVersion, String kind, LocalDate firstDay) {
    return "a" + digest(ID_DIGITS, pair, ruleVersion, kind, firstDay.toString());
  }

  private static String digest(int digits, String... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest()).substring(0, digits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
