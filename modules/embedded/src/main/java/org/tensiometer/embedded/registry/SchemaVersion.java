package org.tensiometer.embedded.registry;

/**
 * One version of a subject.
 *
 * @param version number in its subject, from 1
 * @param id number of the schema in the whole registry, from 1
 * @param schema the schema in Avro's JSON, as Avro prints it
 * @param deleted whether it is hidden from all but those who know its id
 */
record SchemaVersion(String subject, int version, int id, String schema, boolean deleted) {

  SchemaVersion asDeleted() {
    return new SchemaVersion(subject, version, id, schema, true);
  }
}
