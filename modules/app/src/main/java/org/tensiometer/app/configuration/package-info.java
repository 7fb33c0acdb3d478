/** Settings: what may be set, where it may stand, what holds. */
package org.tensiometer.app.configuration;
