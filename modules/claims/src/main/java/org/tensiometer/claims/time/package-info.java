/** Time expressions in running text and the days they stand for. */
package org.tensiometer.claims.time;
