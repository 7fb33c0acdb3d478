package org.tensiometer.claims.time;

/**
 * The date that the text gives an act.
 *
 * @param period days meant
 * @param begin offset of the expression in the text, UTF-16 units
 * @param end offset after the expression in the text, UTF-16 units
 * @param historical whether it lies more than 30 days before publication
 */
public record ClauseDate(Period period, int begin, int end, boolean historical) {}
