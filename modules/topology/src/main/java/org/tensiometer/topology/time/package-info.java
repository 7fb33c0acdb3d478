/** Which times are believed, of claims and of ticks. */
package org.tensiometer.topology.time;
