/** Avro in Confluent's wire format, with Confluent's configuration names. */
package org.tensiometer.wire.serde;
