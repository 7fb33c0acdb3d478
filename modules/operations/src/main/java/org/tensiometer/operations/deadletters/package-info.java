/** Refused records: listed, sent again, given up. */
package org.tensiometer.operations.deadletters;
