/** Generations of the topology beside each other: compared, promoted, taken away. */
package org.tensiometer.operations.generations;
