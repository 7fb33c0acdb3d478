/** What a person sees of the live topics: an HTTP API, a stream of alerts and one page. */
package org.tensiometer.view;
