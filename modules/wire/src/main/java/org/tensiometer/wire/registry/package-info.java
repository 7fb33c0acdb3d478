/** Client of a schema registry that speaks Confluent's REST API (version 7). */
package org.tensiometer.wire.registry;
