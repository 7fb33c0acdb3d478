package org.tensiometer.coding;

import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Direction;

/**
 * A country pair that a coded claim counts for.
 *
 * @param pair the pair
 * @param direction who acted on whom
 */
public record Dyad(CountryPair pair, Direction direction) {}
