package org.tensiometer.contracts;

import java.util.Comparator;

/** Order of the revisions of one article: the greater (updated_at, content_hash) is the newer. */
public final class Revisions {

  public static final Comparator<Revision> OLDEST_FIRST =
      Comparator.comparing(Revision::getUpdatedAt).thenComparing(Revision::getContentHash);

  private Revisions() {}

  /** Whether {@code one} is newer than {@code other}. */
  public static boolean isNewer(Revision one, Revision other) {
    return OLDEST_FIRST.compare(one, other) > 0;
  }
}
