/** The Kafka Streams application. */
package org.tensiometer.topology;
