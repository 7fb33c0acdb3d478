package org.tensiometer.claims.language.nlp4j;

/** The engine over the real models, loaded once in a test JVM. */
public final class SharedEngine {

  private static final Nlp4jEngine ENGINE = Nlp4jEngine.ungated();

  private SharedEngine() {}

  public static Nlp4jEngine get() {
    return ENGINE;
  }
}
