/** How the state stores use memory, and which local state is used at all. */
package org.tensiometer.topology.state;
