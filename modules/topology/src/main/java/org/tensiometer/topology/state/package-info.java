/** How the state stores use memory. */
package org.tensiometer.topology.state;
