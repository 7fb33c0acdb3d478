package org.tensiometer.wire.serde;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.wire.registry.RegistryConfig;

/**
 * Settings of the serializer and the deserializer by Confluent's names, with Confluent's defaults;
 * settings of others are let pass.
 */
public final class AvroSerdeConfig extends AbstractConfig {

  public static final String AUTO_REGISTER = "auto.register.schemas";
  public static final String USE_LATEST = "use.latest.version";
  public static final String LATEST_STRICT = "latest.compatibility.strict";
  public static final String LATEST_TTL_SEC = "latest.cache.ttl.sec";
  public static final String KEY_SUBJECT_STRATEGY = "key.subject.name.strategy";
  public static final String VALUE_SUBJECT_STRATEGY = "value.subject.name.strategy";
  public static final String MAX_SCHEMAS = "max.schemas.per.subject";
  public static final String REMOVE_JAVA_PROPERTIES = "avro.remove.java.properties";
  public static final String SPECIFIC_READER = "specific.avro.reader";

  private static final Logger LOG = LoggerFactory.getLogger(AvroSerdeConfig.class);

  /** Confluent's settings that would change what is written or read and are not followed here. */
  private static final List<String> NOT_FOLLOWED =
      List.of(
          "normalize.schemas",
          "use.schema.id",
          "use.latest.with.metadata",
          "schema.reflection",
          "avro.reflection.allow.null",
          "avro.use.logical.type.converters",
          "rule.executors",
          "context.name.strategy",
          "schema.registry.ssl.engine.factory.class",
          "schema.registry.ssl.endpoint.identification.algorithm");

  private static final ConfigDef DEFINITIONS =
      RegistryConfig.definitions()
          .define(
              AUTO_REGISTER,
              Type.BOOLEAN,
              true,
              Importance.MEDIUM,
              "Whether the serializer registers a schema it has not met.")
          .define(
              USE_LATEST,
              Type.BOOLEAN,
              false,
              Importance.LOW,
              "Without registering: write with the newest version of the subject.")
          .define(
              LATEST_STRICT,
              Type.BOOLEAN,
              true,
              Importance.LOW,
              "Whether the newest version must be able to read what the record's schema writes.")
          .define(
              LATEST_TTL_SEC,
              Type.LONG,
              -1L,
              Importance.LOW,
              "How long the newest version is remembered, seconds; -1 for ever.")
          .define(
              KEY_SUBJECT_STRATEGY,
              Type.STRING,
              "TopicNameStrategy",
              Importance.MEDIUM,
              "How the subject of a key is named.")
          .define(
              VALUE_SUBJECT_STRATEGY,
              Type.STRING,
              "TopicNameStrategy",
              Importance.MEDIUM,
              "How the subject of a value is named.")
          .define(
              MAX_SCHEMAS,
              Type.INT,
              1000,
              ConfigDef.Range.atLeast(1),
              Importance.LOW,
              "Most schemas remembered.")
          .define(
              REMOVE_JAVA_PROPERTIES,
              Type.BOOLEAN,
              false,
              Importance.LOW,
              "Whether avro.java.string and its like are left out of what is registered.")
          .define(
              SPECIFIC_READER,
              Type.BOOLEAN,
              false,
              Importance.MEDIUM,
              "Whether records are read as generated classes rather than GenericRecord.");

  /** The definitions, those of the registry among them. */
  public static ConfigDef definitions() {
    return new ConfigDef(DEFINITIONS);
  }

  AvroSerdeConfig(Map<String, ?> settings) {
    super(DEFINITIONS, settings, false);
    NOT_FOLLOWED.stream()
        .filter(settings::containsKey)
        .forEach(name -> LOG.warn("Setting {} is not followed by this Avro serde", name));
  }

  SubjectNameStrategy subjectStrategy(boolean isKey) {
    return SubjectNameStrategy.named(
        getString(isKey ? KEY_SUBJECT_STRATEGY : VALUE_SUBJECT_STRATEGY));
  }
}
