package org.tensiometer.wire.registry;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A schema registry by Confluent's REST API. Implementations may be used by many threads.
 *
 * <p>Every method throws {@link RegistryUnavailableException} when no answer can be had, and {@link
 * RegistryException} when the registry refuses.
 */
public interface SchemaRegistryClient extends AutoCloseable {

  /**
   * Registers a schema as the newest version of the subject; a schema already there keeps its id.
   *
   * @return id of the schema in the whole registry
   * @throws IncompatibleSchemaException if the subject's compatibility level does not allow it
   */
  int register(String subject, Schema schema);

  /**
   * The schema with this id.
   *
   * @throws RegistryException with {@link RegistryException#SCHEMA_NOT_FOUND} if there is none
   */
  Schema schemaById(int id);

  /**
   * Finds a schema in a subject without registering it.
   *
   * @throws RegistryException with {@link RegistryException#SUBJECT_NOT_FOUND} or {@link
   *     RegistryException#SCHEMA_NOT_FOUND}
   */
  RegisteredSchema lookup(String subject, Schema schema);

  /**
   * The newest version of a subject.
   *
   * @throws RegistryException with {@link RegistryException#SUBJECT_NOT_FOUND}
   */
  RegisteredSchema latest(String subject);

  /**
   * One version of a subject.
   *
   * @param version from 1
   * @throws RegistryException with {@link RegistryException#SUBJECT_NOT_FOUND} or {@link
   *     RegistryException#VERSION_NOT_FOUND}
   */
  RegisteredSchema version(String subject, int version);

  /**
   * The version numbers of a subject, ascending.
   *
   * @throws RegistryException with {@link RegistryException#SUBJECT_NOT_FOUND}
   */
  List<Integer> versions(String subject);

  /** All subjects, sorted. */
  List<String> subjects();

  /**
   * Whether the schema could become the next version of the subject under its compatibility level;
   * registers nothing.
   */
  boolean isCompatible(String subject, Schema schema);

  /** The level of subjects that have none of their own. */
  CompatibilityLevel compatibility();

  /** The subject's own level; empty if it has none. */
  Optional<CompatibilityLevel> compatibility(String subject);

  void setCompatibility(CompatibilityLevel level);

  void setCompatibility(String subject, CompatibilityLevel level);

  @Override
  default void close() {}
}
