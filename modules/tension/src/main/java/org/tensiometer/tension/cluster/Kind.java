package org.tensiometer.tension.cluster;

import org.tensiometer.contracts.QuadClass;

/**
 * What claims of one event have in common: deeds and intentions of one family are no one event.
 *
 * @param family act family
 * @param quad class after factuality
 */
record Kind(String family, QuadClass quad) {}
