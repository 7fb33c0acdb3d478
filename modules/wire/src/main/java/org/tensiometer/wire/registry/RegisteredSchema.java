package org.tensiometer.wire.registry;

import org.apache.avro.Schema;

/**
 * A schema as the registry keeps it.
 *
 * @param id number of the schema in the whole registry, as on the wire
 * @param version number in its subject, from 1
 */
public record RegisteredSchema(String subject, int id, int version, Schema schema) {}
