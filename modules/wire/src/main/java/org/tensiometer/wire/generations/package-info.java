/** Which generation of the topology is live. */
package org.tensiometer.wire.generations;
