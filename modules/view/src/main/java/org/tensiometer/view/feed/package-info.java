/** Reads the topics of results from their beginning and goes on as they grow. */
package org.tensiometer.view.feed;
