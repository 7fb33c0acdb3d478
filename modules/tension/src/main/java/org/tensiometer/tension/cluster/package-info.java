/** From the claims of one pair and day to events, and from events to the sums of the day. */
package org.tensiometer.tension.cluster;
