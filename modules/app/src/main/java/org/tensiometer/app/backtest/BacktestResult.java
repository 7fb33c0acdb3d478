package org.tensiometer.app.backtest;

import java.util.List;

/**
 * What the topology made of the events.
 *
 * @param scores every pair and day
 * @param alerts the alerts that stood, by pair and first day
 */
record BacktestResult(DailyScores scores, List<RaisedAlert> alerts) {}
