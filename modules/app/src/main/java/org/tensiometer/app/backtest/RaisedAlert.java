package org.tensiometer.app.backtest;

import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;

/**
 * An alert of a backtest.
 *
 * @param last what the alert said last
 * @param raised record of its first day, with the rows that raised it
 */
record RaisedAlert(TensionAlert last, TensionIndicator raised) {

  /** Whether it is one of a single grave event, not of the score. */
  boolean isFlash() {
    return last.getAlertId()
        .equals(
            Ids.alert(
                last.getPair(), last.getRuleVersion(), AlertKind.FLASH.name(), last.getFirstDay()));
  }
}
