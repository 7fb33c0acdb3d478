/** Confluent wire format, registry client, typed topic descriptors. */
package org.tensiometer.wire;
