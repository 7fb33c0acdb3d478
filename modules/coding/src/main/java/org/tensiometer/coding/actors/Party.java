package org.tensiometer.coding.actors;

/**
 * Who is meant by a noun phrase.
 *
 * @param code ISO 3166-1 alpha-3 code or the code of an organisation; null if no country was
 *     recognised
 * @param sector sector; null if unknown
 * @param via the entry or rule that decided; null without code
 * @param quality how sure the country is, 0 to 1
 * @param basis by what sort of name
 */
public record Party(String code, String sector, String via, double quality, Basis basis) {

  /** What sort of name a party was recognised by. */
  public enum Basis {
    /** One that is nobody else's. */
    NAME,
    /** A surname, which others may have. */
    SURNAME,
    /** A town or province, which tells where something is, and seldom who acts. */
    PLACE
  }

  /** Nobody recognised. */
  public static final Party UNKNOWN = new Party(null, null, null, 0);

  Party(String code, String sector, String via, double quality) {
    this(code, sector, via, quality, Basis.NAME);
  }

  /** Whether nothing but a town or province is named. */
  public boolean isPlace() {
    return basis == Basis.PLACE;
  }

  /** Whether it is people by their nationality alone: Ruritanians. */
  public boolean isDemonym() {
    return sector == null && via != null && via.startsWith("demonym:");
  }

  boolean hasCode() {
    return code != null;
  }

  Party through(String rule, double factor) {
    return code == null
        ? this
        : new Party(code, sector, via + " < " + rule, quality * factor, basis);
  }

  Party withSector(String other) {
    return other == null ? this : new Party(code, other, via, quality, basis);
  }
}
