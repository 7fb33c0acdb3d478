/**
 * The stage of the topology that sees all claims of a country pair: keeps them, and publishes what
 * the pair's days and alerts are. All arithmetic is in {@code org.tensiometer.tension}.
 */
package org.tensiometer.topology.pair;
