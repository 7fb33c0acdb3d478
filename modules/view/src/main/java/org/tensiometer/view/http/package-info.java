/** The HTTP side: pages, answers, the stream of events. */
package org.tensiometer.view.http;
