/** Faults and the whole way, tried against the shipped jar. */
package org.tensiometer.acceptance;
