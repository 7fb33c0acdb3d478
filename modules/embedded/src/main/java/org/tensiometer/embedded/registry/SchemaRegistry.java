package org.tensiometer.embedded.registry;

import static org.tensiometer.wire.registry.RegistryException.SCHEMA_NOT_FOUND;
import static org.tensiometer.wire.registry.RegistryException.SUBJECT_LEVEL_NOT_SET;
import static org.tensiometer.wire.registry.RegistryException.SUBJECT_NOT_FOUND;
import static org.tensiometer.wire.registry.RegistryException.VERSION_NOT_FOUND;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.tensiometer.wire.registry.CompatibilityLevel;
import org.tensiometer.wire.registry.RegistryException;
import org.tensiometer.wire.registry.SchemaCompatibility;

/**
 * What the registry can do. Reads are answered from memory, also while the broker is away; a change
 * is acknowledged when it is in the log and was read back from it.
 */
final class SchemaRegistry implements AutoCloseable {

  /** Level where nobody set one. */
  static final CompatibilityLevel DEFAULT_LEVEL = CompatibilityLevel.BACKWARD_TRANSITIVE;

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final int INVALID_SCHEMA = 42201;

  private final RegistryState state = new RegistryState();
  private final ReentrantLock writing = new ReentrantLock();
  private final SchemaLog log;

  private SchemaRegistry(Function<Consumer<RegistryEntry>, SchemaLog> openLog) {
    log = openLog.apply(state::apply);
  }

  /**
   * Opens the registry and returns when it knows all that its log says.
   *
   * @param openLog opens the log, given what takes its records
   */
  static SchemaRegistry open(Function<Consumer<RegistryEntry>, SchemaLog> openLog) {
    SchemaRegistry registry = new SchemaRegistry(openLog);
    try {
      registry.change(
          () -> {
            // In the log, so that another registry that takes it over keeps the same rule.
            if (registry.state.level().isEmpty()) {
              registry.log.append(new RegistryEntry.Level(null, DEFAULT_LEVEL));
            }
            return null;
          });
      return registry;
    } catch (RuntimeException e) {
      registry.close();
      throw e;
    }
  }

  List<String> subjects() {
    return state.subjects();
  }

  List<SchemaVersion> versions(String subject) {
    List<SchemaVersion> versions = state.versions(subject);
    if (versions.isEmpty()) {
      throw error(NOT_FOUND, SUBJECT_NOT_FOUND, "Subject '" + subject + "' not found.");
    }
    return versions;
  }

  SchemaVersion version(String subject, VersionNumber number) {
    List<SchemaVersion> versions = versions(subject);
    return number
        .in(versions)
        .orElseThrow(
            () -> error(NOT_FOUND, VERSION_NOT_FOUND, "Version " + number + " not found."));
  }

  String schema(int id) {
    return state
        .schema(id)
        .orElseThrow(() -> error(NOT_FOUND, SCHEMA_NOT_FOUND, "Schema " + id + " not found"));
  }

  /** The undeleted versions with this schema. */
  List<SchemaVersion> usesOf(int id) {
    schema(id);
    return state.usesOf(id);
  }

  SchemaVersion lookup(String subject, String schemaText) {
    String schema = parse(schemaText).toString();
    return versions(subject).stream()
        .filter(v -> v.schema().equals(schema))
        .findFirst()
        .orElseThrow(() -> error(NOT_FOUND, SCHEMA_NOT_FOUND, "Schema not found"));
  }

  /**
   * Registers a schema; what Avro prints alike is the same schema.
   *
   * @return its version, the old one if it was there
   */
  SchemaVersion register(String subject, String schemaText) {
    Schema schema = parse(schemaText);
    // Serializers ask again at every start: no need to read the log for that.
    Optional<SchemaVersion> known = find(subject, schema);
    return known.orElseGet(() -> change(() -> registerNew(subject, schema)));
  }

  private SchemaVersion registerNew(String subject, Schema schema) {
    Optional<SchemaVersion> known = find(subject, schema);
    if (known.isPresent()) {
      return known.get();
    }
    incompatibility(subject, schema, state.versions(subject))
        .ifPresent(
            problem -> {
              throw error(
                  CONFLICT,
                  CONFLICT,
                  "Schema being registered is incompatible with an earlier schema for subject \""
                      + subject
                      + "\" ("
                      + levelOrGlobal(subject)
                      + "): "
                      + problem);
            });
    List<SchemaVersion> all = state.allVersions(subject);
    int version = all.isEmpty() ? 1 : all.get(all.size() - 1).version() + 1;
    String text = schema.toString();
    int id = state.id(text).orElseGet(state::nextId);
    SchemaVersion added = new SchemaVersion(subject, version, id, text, false);
    log.append(new RegistryEntry.Registered(added));
    return added;
  }

  /** What is wrong with the schema as next version; empty if nothing. */
  Optional<String> incompatibility(String subject, String schemaText) {
    return incompatibility(subject, parse(schemaText), state.versions(subject));
  }

  /** What is wrong with the schema beside this version; the latest of no versions allows all. */
  Optional<String> incompatibility(String subject, VersionNumber number, String schemaText) {
    Schema schema = parse(schemaText);
    if (number.isLatest() && state.versions(subject).isEmpty()) {
      return Optional.empty();
    }
    return incompatibility(subject, schema, List.of(version(subject, number)));
  }

  /** Hides a version; who knows its id can still read with it. */
  SchemaVersion delete(String subject, VersionNumber number) {
    return change(
        () -> {
          SchemaVersion version = version(subject, number);
          log.append(new RegistryEntry.Registered(version.asDeleted()));
          return version;
        });
  }

  /** Hides all versions of a subject, and returns them. */
  List<SchemaVersion> delete(String subject) {
    return change(
        () -> {
          List<SchemaVersion> versions = versions(subject);
          int newest = versions.get(versions.size() - 1).version();
          log.append(new RegistryEntry.SubjectDeleted(subject, newest));
          return versions;
        });
  }

  CompatibilityLevel level() {
    return state.level().orElse(DEFAULT_LEVEL);
  }

  CompatibilityLevel level(String subject) {
    return state
        .level(subject)
        .orElseThrow(
            () ->
                error(
                    NOT_FOUND,
                    SUBJECT_LEVEL_NOT_SET,
                    "Subject '"
                        + subject
                        + "' does not have subject-level compatibility configured"));
  }

  CompatibilityLevel levelOrGlobal(String subject) {
    return state.level(subject).orElseGet(this::level);
  }

  /**
   * Sets or takes back a level.
   *
   * @param subject null for the level of subjects that have none of their own
   * @param level null to take it back
   */
  void setLevel(String subject, CompatibilityLevel level) {
    change(
        () -> {
          log.append(new RegistryEntry.Level(subject, level));
          return level;
        });
  }

  @Override
  public void close() {
    writing.lock();
    try {
      log.close();
    } finally {
      writing.unlock();
    }
  }

  // A change is decided on all that the log says, which after a write of unknown outcome may be
  // more than this registry knows.
  private <T> T change(Supplier<T> change) {
    writing.lock();
    try {
      log.readToEnd();
      T result = change.get();
      log.readToEnd();
      return result;
    } finally {
      writing.unlock();
    }
  }

  private Optional<SchemaVersion> find(String subject, Schema schema) {
    String text = schema.toString();
    return state.versions(subject).stream().filter(v -> v.schema().equals(text)).findFirst();
  }

  private Optional<String> incompatibility(
      String subject, Schema schema, List<SchemaVersion> versions) {
    List<Schema> oldestFirst = versions.stream().map(v -> parse(v.schema())).toList();
    return SchemaCompatibility.check(schema, oldestFirst, levelOrGlobal(subject));
  }

  private static Schema parse(String schemaText) {
    try {
      return new Schema.Parser().parse(schemaText);
    } catch (AvroRuntimeException e) {
      throw error(UNPROCESSABLE, INVALID_SCHEMA, "Invalid Avro schema: " + e.getMessage());
    }
  }

  private static RegistryException error(int status, int code, String message) {
    return new RegistryException(status, code, message);
  }
}
