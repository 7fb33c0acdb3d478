/** Producers: article sources, splitter, transactional publisher. */
package org.tensiometer.ingest;
