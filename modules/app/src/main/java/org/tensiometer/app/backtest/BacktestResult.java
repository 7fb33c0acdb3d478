package org.tensiometer.app.backtest;

import java.util.List;
import org.tensiometer.contracts.TensionAlert;

/**
 * What the topology made of the events.
 *
 * @param scores every pair and day
 * @param alerts last record of each alert that stood, by pair and first day
 */
record BacktestResult(DailyScores scores, List<TensionAlert> alerts) {}
