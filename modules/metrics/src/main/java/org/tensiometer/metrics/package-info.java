/** Meters of what was published, and the Prometheus endpoint. */
package org.tensiometer.metrics;
