package org.tensiometer.wire.serde;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.tensiometer.wire.registry.CompatibilityLevel;
import org.tensiometer.wire.registry.RegisteredSchema;
import org.tensiometer.wire.registry.SchemaCompatibility;
import org.tensiometer.wire.registry.SchemaRegistryClient;

/** Under which registered schema a value is written: registered now, the newest, or looked up. */
final class SchemaIds {

  /**
   * @param id as on the wire
   * @param newest schema into which the value is to be brought first; null if it is written as is
   */
  record Chosen(int id, Schema newest) {}

  /** The newest version of a subject and what it means for the schemas of values. */
  private record Latest(RegisteredSchema registered, long askedNanos, Map<Schema, Chosen> chosen) {}

  private final SchemaRegistryClient registry;
  private final boolean autoRegister;
  private final boolean useLatest;
  private final boolean strict;
  private final long ttlNanos;
  private final Map<String, Latest> latest = new ConcurrentHashMap<>();

  SchemaIds(SchemaRegistryClient registry, AvroSerdeConfig config) {
    this.registry = registry;
    autoRegister = config.getBoolean(AvroSerdeConfig.AUTO_REGISTER);
    useLatest = config.getBoolean(AvroSerdeConfig.USE_LATEST);
    strict = config.getBoolean(AvroSerdeConfig.LATEST_STRICT);
    ttlNanos = TimeUnit.SECONDS.toNanos(config.getLong(AvroSerdeConfig.LATEST_TTL_SEC));
  }

  /**
   * @throws SchemaMismatchException if the newest version is wanted and cannot read the value
   */
  Chosen choose(String subject, Schema schema) {
    if (autoRegister) {
      return new Chosen(registry.register(subject, schema), null);
    }
    if (useLatest) {
      Latest newest = latest(subject);
      return newest.chosen().computeIfAbsent(schema, s -> bringTo(subject, newest.registered(), s));
    }
    return new Chosen(registry.lookup(subject, schema).id(), null);
  }

  private Latest latest(String subject) {
    long now = System.nanoTime();
    Latest known = latest.get(subject);
    if (known == null || ttlNanos >= 0 && now - known.askedNanos() >= ttlNanos) {
      known = new Latest(registry.latest(subject), now, new ConcurrentHashMap<>());
      latest.put(subject, known);
    }
    return known;
  }

  private Chosen bringTo(String subject, RegisteredSchema newest, Schema schema) {
    if (newest.schema().equals(schema)) {
      return new Chosen(newest.id(), null);
    }
    if (strict) {
      SchemaCompatibility.check(newest.schema(), List.of(schema), CompatibilityLevel.BACKWARD)
          .ifPresent(
              problem -> {
                throw new SchemaMismatchException(
                    "Version "
                        + newest.version()
                        + " of subject "
                        + subject
                        + " cannot read the value's schema: "
                        + problem);
              });
    }
    return new Chosen(newest.id(), newest.schema());
  }
}
