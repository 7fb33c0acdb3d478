/** The command line, configuration, the whole on one machine. */
package org.tensiometer.app;
