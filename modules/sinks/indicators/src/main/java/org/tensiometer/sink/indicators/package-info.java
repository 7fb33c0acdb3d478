/** Indicators to a latest-per-pair topic and a series topic. */
package org.tensiometer.sink.indicators;
