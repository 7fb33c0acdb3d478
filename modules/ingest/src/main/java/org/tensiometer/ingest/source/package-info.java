/** Where articles come from: files and standard input, read into plain values. */
package org.tensiometer.ingest.source;
