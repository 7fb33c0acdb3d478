/** A Kafka broker and a schema registry on one machine. */
package org.tensiometer.embedded;
