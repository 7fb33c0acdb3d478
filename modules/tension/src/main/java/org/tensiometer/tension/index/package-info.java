/** Windows, level, stocks, own-baseline score and status of the days of one pair. */
package org.tensiometer.tension.index;
