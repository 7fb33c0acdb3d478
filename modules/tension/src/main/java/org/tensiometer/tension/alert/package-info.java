/** Alert episodes, recomputed from the days of one pair, and the records that tell them. */
package org.tensiometer.tension.alert;
