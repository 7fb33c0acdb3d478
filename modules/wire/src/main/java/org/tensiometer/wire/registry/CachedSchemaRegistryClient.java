package org.tensiometer.wire.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.avro.Schema;

/**
 * Remembers what cannot change: the schema of an id, and the id of a schema once registered. All
 * else is asked each time.
 */
public final class CachedSchemaRegistryClient implements SchemaRegistryClient {

  private record SubjectSchema(String subject, Schema schema) {}

  private final SchemaRegistryClient registry;
  private final int capacity;
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
  private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();
  private final Map<SubjectSchema, RegisteredSchema> found = new ConcurrentHashMap<>();

  /**
   * @param capacity most schemas remembered; when more come, all are forgotten and asked anew
   */
  public CachedSchemaRegistryClient(SchemaRegistryClient registry, int capacity) {
    this.registry = registry;
    this.capacity = capacity;
  }

  @Override
  public int register(String subject, Schema schema) {
    return remembered(
        ids,
        new SubjectSchema(subject, schema),
        () -> {
          int id = registry.register(subject, schema);
          // Who writes it can read it as well, without asking.
          remember(schemas, id, schema);
          return id;
        });
  }

  @Override
  public Schema schemaById(int id) {
    return remembered(schemas, id, () -> registry.schemaById(id));
  }

  @Override
  public RegisteredSchema lookup(String subject, Schema schema) {
    return remembered(
        found, new SubjectSchema(subject, schema), () -> registry.lookup(subject, schema));
  }

  @Override
  public RegisteredSchema latest(String subject) {
    return registry.latest(subject);
  }

  @Override
  public RegisteredSchema version(String subject, int version) {
    return registry.version(subject, version);
  }

  @Override
  public List<Integer> versions(String subject) {
    return registry.versions(subject);
  }

  @Override
  public List<String> subjects() {
    return registry.subjects();
  }

  @Override
  public boolean isCompatible(String subject, Schema schema) {
    return registry.isCompatible(subject, schema);
  }

  @Override
  public CompatibilityLevel compatibility() {
    return registry.compatibility();
  }

  @Override
  public Optional<CompatibilityLevel> compatibility(String subject) {
    return registry.compatibility(subject);
  }

  @Override
  public void setCompatibility(CompatibilityLevel level) {
    registry.setCompatibility(level);
  }

  @Override
  public void setCompatibility(String subject, CompatibilityLevel level) {
    registry.setCompatibility(subject, level);
  }

  @Override
  public void close() {
    registry.close();
  }

  /** Asks outside any lock: one slow answer must not hold up the threads that need another. */
  private <K, V> V remembered(Map<K, V> cache, K key, Supplier<V> ask) {
    V known = cache.get(key);
    if (known != null) {
      return known;
    }
    V answer = ask.get();
    remember(cache, key, answer);
    return answer;
  }

  private <K, V> void remember(Map<K, V> cache, K key, V answer) {
    if (cache.size() >= capacity) {
      cache.clear();
    }
    cache.put(key, answer);
  }
}
