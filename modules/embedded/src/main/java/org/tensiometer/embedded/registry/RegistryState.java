package org.tensiometer.embedded.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.wire.registry.CompatibilityLevel;

/**
 * What the topic says, in memory: a function of its records in their order, and of nothing else.
 */
final class RegistryState {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryState.class);

  private final NavigableMap<Integer, String> schemas = new TreeMap<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final NavigableMap<String, NavigableMap<Integer, SchemaVersion>> subjects =
      new TreeMap<>();
  private final Map<String, CompatibilityLevel> levels = new HashMap<>();
  private CompatibilityLevel globalLevel;

  synchronized void apply(RegistryEntry entry) {
    if (entry instanceof RegistryEntry.Registered e) {
      register(e.version());
    } else if (entry instanceof RegistryEntry.Purged e) {
      purge(e);
    } else if (entry instanceof RegistryEntry.SubjectDeleted e) {
      versionsOf(e.subject())
          .headMap(e.version(), true)
          .replaceAll((number, version) -> version.asDeleted());
    } else if (entry instanceof RegistryEntry.Level e) {
      setLevel(e);
    } else if (entry instanceof RegistryEntry.Ignored e) {
      LOG.debug("A record with key type {} says nothing here", e.keyType());
    }
  }

  /** The schema with this id, deleted or not. */
  synchronized Optional<String> schema(int id) {
    return Optional.ofNullable(schemas.get(id));
  }

  /** The id of exactly this text. */
  synchronized Optional<Integer> id(String schema) {
    return Optional.ofNullable(ids.get(schema));
  }

  /** The id of the next schema that is not there yet. */
  synchronized int nextId() {
    return schemas.isEmpty() ? 1 : schemas.lastKey() + 1;
  }

  /** All versions of a subject, oldest first, the deleted among them. */
  synchronized List<SchemaVersion> allVersions(String subject) {
    return List.copyOf(versionsOf(subject).values());
  }

  /** The versions of a subject that are not deleted, oldest first. */
  synchronized List<SchemaVersion> versions(String subject) {
    return versionsOf(subject).values().stream().filter(v -> !v.deleted()).toList();
  }

  /** The subjects that have a version that is not deleted, sorted. */
  synchronized List<String> subjects() {
    return subjects.keySet().stream().filter(s -> !versions(s).isEmpty()).toList();
  }

  /** The undeleted versions with this schema, by subject. */
  synchronized List<SchemaVersion> usesOf(int id) {
    List<SchemaVersion> uses = new ArrayList<>();
    subjects
        .keySet()
        .forEach(s -> versions(s).stream().filter(v -> v.id() == id).forEach(uses::add));
    return uses;
  }

  /** Level of the subjects that have none of their own. */
  synchronized Optional<CompatibilityLevel> level() {
    return Optional.ofNullable(globalLevel);
  }

  /** The subject's own level. */
  synchronized Optional<CompatibilityLevel> level(String subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  private NavigableMap<Integer, SchemaVersion> versionsOf(String subject) {
    return subjects.getOrDefault(subject, new TreeMap<>());
  }

  private void register(SchemaVersion version) {
    String known = schemas.putIfAbsent(version.id(), version.schema());
    if (known != null && !known.equals(version.schema())) {
      LOG.error(
          "Id {} is given to two schemas in the topic; version {} of subject {} is left out",
          version.id(),
          version.version(),
          version.subject());
      return;
    }
    ids.putIfAbsent(version.schema(), version.id());
    subjects
        .computeIfAbsent(version.subject(), s -> new TreeMap<>())
        .put(version.version(), version);
  }

  private void purge(RegistryEntry.Purged entry) {
    versionsOf(entry.subject()).remove(entry.version());
  }

  private void setLevel(RegistryEntry.Level entry) {
    if (entry.subject() == null) {
      globalLevel = entry.level();
    } else if (entry.level() == null) {
      levels.remove(entry.subject());
    } else {
      levels.put(entry.subject(), entry.level());
    }
  }
}
