package org.tensiometer.wire.serde;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;
import org.tensiometer.contracts.Article;

/**
 * Lets Avro use the generated classes of the contracts without {@code
 * org.apache.avro.SERIALIZABLE_PACKAGES} on the command line. What was trusted before stays so.
 */
public final class TrustedRecords {

  private static final String CONTRACTS = Article.class.getPackageName();
  private static boolean trusted;

  private TrustedRecords() {}

  /** To be called before the first record is written or read; further calls do nothing. */
  public static synchronized void trust() {
    if (!trusted) {
      ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
      ClassSecurityPredicate contracts = type -> type.getPackageName().equals(CONTRACTS);
      ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(before, contracts));
      trusted = true;
    }
  }
}
