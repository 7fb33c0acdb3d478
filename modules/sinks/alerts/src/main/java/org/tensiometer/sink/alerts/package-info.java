/** Alerts to live alert topics by configured routes. */
package org.tensiometer.sink.alerts;
