/** Event data of others, row by row, through the topology: what the indicator would have said. */
package org.tensiometer.app.backtest;
