package org.tensiometer.wire.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/**
 * A registry in this process, for tests and for {@code mock://} addresses. Same schema, same id, in
 * whatever subject; compatibility is checked as a server would.
 */
public final class InMemorySchemaRegistry implements SchemaRegistryClient {

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final List<Schema> byId = new ArrayList<>();
  private final Map<String, Integer> idByText = new HashMap<>();
  private final TreeMap<String, List<Integer>> subjects = new TreeMap<>();
  private final Map<String, CompatibilityLevel> levels = new HashMap<>();
  private CompatibilityLevel level = CompatibilityLevel.BACKWARD;

  @Override
  public synchronized int register(String subject, Schema schema) {
    Integer known = idByText.get(schema.toString());
    List<Integer> versions = subjects.getOrDefault(subject, List.of());
    if (known != null && versions.contains(known)) {
      return known;
    }
    problem(subject, schema)
        .ifPresent(
            message -> {
              throw new IncompatibleSchemaException(subject, CONFLICT, message);
            });
    int id = known != null ? known : add(schema);
    subjects.computeIfAbsent(subject, s -> new ArrayList<>()).add(id);
    return id;
  }

  @Override
  public synchronized Schema schemaById(int id) {
    if (id < 1 || id > byId.size()) {
      throw notFound(RegistryException.SCHEMA_NOT_FOUND, "Schema " + id + " not found");
    }
    return byId.get(id - 1);
  }

  @Override
  public synchronized RegisteredSchema lookup(String subject, Schema schema) {
    List<Integer> ids = require(subject);
    Integer id = idByText.get(schema.toString());
    int index = id == null ? -1 : ids.indexOf(id);
    if (index < 0) {
      throw notFound(RegistryException.SCHEMA_NOT_FOUND, "Schema not found in subject " + subject);
    }
    return new RegisteredSchema(subject, id, index + 1, byId.get(id - 1));
  }

  @Override
  public synchronized RegisteredSchema latest(String subject) {
    return version(subject, require(subject).size());
  }

  @Override
  public synchronized RegisteredSchema version(String subject, int version) {
    List<Integer> ids = require(subject);
    if (version < 1 || version > ids.size()) {
      throw notFound(
          RegistryException.VERSION_NOT_FOUND, "Subject " + subject + " has no version " + version);
    }
    int id = ids.get(version - 1);
    return new RegisteredSchema(subject, id, version, byId.get(id - 1));
  }

  @Override
  public synchronized List<Integer> versions(String subject) {
    return IntStream.rangeClosed(1, require(subject).size()).boxed().toList();
  }

  @Override
  public synchronized List<String> subjects() {
    return List.copyOf(subjects.keySet());
  }

  @Override
  public synchronized boolean isCompatible(String subject, Schema schema) {
    return problem(subject, schema).isEmpty();
  }

  @Override
  public synchronized CompatibilityLevel compatibility() {
    return level;
  }

  @Override
  public synchronized Optional<CompatibilityLevel> compatibility(String subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  @Override
  public synchronized void setCompatibility(CompatibilityLevel newLevel) {
    level = newLevel;
  }

  @Override
  public synchronized void setCompatibility(String subject, CompatibilityLevel newLevel) {
    levels.put(subject, newLevel);
  }

  private Optional<String> problem(String subject, Schema schema) {
    List<Schema> versions =
        subjects.getOrDefault(subject, List.of()).stream().map(id -> byId.get(id - 1)).toList();
    return SchemaCompatibility.check(schema, versions, levels.getOrDefault(subject, level));
  }

  private int add(Schema schema) {
    byId.add(schema);
    idByText.put(schema.toString(), byId.size());
    return byId.size();
  }

  private List<Integer> require(String subject) {
    List<Integer> ids = subjects.get(subject);
    if (ids == null) {
      throw notFound(RegistryException.SUBJECT_NOT_FOUND, "Subject " + subject + " not found");
    }
    return ids;
  }

  private static RegistryException notFound(int code, String message) {
    return new RegistryException(NOT_FOUND, code, message);
  }
}
