/** A schema registry by Confluent's REST API whose only store is the topic {@code _schemas}. */
package org.tensiometer.embedded.registry;
