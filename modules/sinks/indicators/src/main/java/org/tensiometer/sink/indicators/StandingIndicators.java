package org.tensiometer.sink.indicators;

import org.tensiometer.contracts.TensionIndicator;

/** The indicators that stand: of each pair and day the last one, unless it was removed. */
interface StandingIndicators {

  /** That of the newest day of this pair, null if there is none. */
  TensionIndicator newest(String pair);

  /** Looks anew when it is asked the next time. */
  void forget();
}
