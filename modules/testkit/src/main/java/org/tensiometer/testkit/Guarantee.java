package org.tensiometer.testkit;

import java.util.List;

/** A promise that watches a run and says afterwards what broke it. */
public interface Guarantee {

  /** One sentence per breach; none if the promise was kept. */
  List<String> breaches();

  /**
   * Fails if the promise was broken.
   *
   * @throws AssertionError with the first breaches and how many there are
   */
  default void check() {
    List<String> breaches = breaches();
    if (!breaches.isEmpty()) {
      throw new AssertionError(
          getClass().getSimpleName()
              + " is broken "
              + breaches.size()
              + " times:\n  "
              + String.join("\n  ", breaches.subList(0, Math.min(20, breaches.size()))));
    }
  }
}
