/** Articles of the log analysed again, into the claims of a generation. */
package org.tensiometer.ingest.analysis;
