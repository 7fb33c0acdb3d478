/**
 * What flows between the parts: Avro records generated from {@code schemas/}, value types and
 * deterministic ids. Depends on Avro only.
 */
package org.tensiometer.contracts;
