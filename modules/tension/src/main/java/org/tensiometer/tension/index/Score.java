package org.tensiometer.tension.index;

/**
 * How far a day lies above the pair's own past (F7).
 *
 * @param z the score, rounded to 6 decimals
 * @param mean mean of the stabilised weekly sums of the baseline
 * @param sd their population standard deviation, before the floor
 */
public record Score(double z, double mean, double sd) {}
