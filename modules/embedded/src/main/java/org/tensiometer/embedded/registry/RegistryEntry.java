package org.tensiometer.embedded.registry;

import org.tensiometer.wire.registry.CompatibilityLevel;

/** One record of the topic, in so far as this registry understands it. */
sealed interface RegistryEntry {

  /** A version of a subject, new or changed. */
  record Registered(SchemaVersion version) implements RegistryEntry {}

  /** A version that is gone for good. */
  record Purged(String subject, int version) implements RegistryEntry {}

  /**
   * All versions of a subject up to this one are deleted.
   *
   * @param version the newest that is
   */
  record SubjectDeleted(String subject, int version) implements RegistryEntry {}

  /**
   * A compatibility level.
   *
   * @param subject null for the level of subjects that have none of their own
   * @param level null if it is taken back
   */
  record Level(String subject, CompatibilityLevel level) implements RegistryEntry {}

  /** Anything else, which stays in the topic untouched. */
  record Ignored(String keyType) implements RegistryEntry {}
}
