/** Same-event clusters, day buckets, indicator, alert rule in integer arithmetic; pure. */
package org.tensiometer.tension;
