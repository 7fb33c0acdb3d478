/** Measurements. */
package org.tensiometer.benchmarks;
