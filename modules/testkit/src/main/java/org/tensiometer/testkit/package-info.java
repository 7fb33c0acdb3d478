/** Broker, registry and oracles for tests. */
package org.tensiometer.testkit;
