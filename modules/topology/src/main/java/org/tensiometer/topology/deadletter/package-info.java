/** What becomes of records that cannot be processed, and what is not their fault. */
package org.tensiometer.topology.deadletter;
