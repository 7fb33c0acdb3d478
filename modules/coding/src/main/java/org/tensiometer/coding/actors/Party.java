package org.tensiometer.coding.actors;

/**
 * Who is meant by a noun phrase.
 *
 * @param code ISO 3166-1 alpha-3 code or the code of an organisation; null if no country was
 *     recognised
 * @param sector sector; null if unknown
 * @param via the entry or rule that decided; null without code
 * @param quality how sure the country is, 0 to 1
 */
public record Party(String code, String sector, String via, double quality) {

  /** Nobody recognised. */
  public static final Party UNKNOWN = new Party(null, null, null, 0);

  boolean hasCode() {
    return code != null;
  }

  Party through(String rule, double factor) {
    return code == null ? this : new Party(code, sector, via + " < " + rule, quality * factor);
  }
}
