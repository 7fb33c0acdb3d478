/** The records that are published: indicators and alerts, built from the days of one pair. */
package org.tensiometer.tension.report;
