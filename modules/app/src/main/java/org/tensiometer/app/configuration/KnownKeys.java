package org.tensiometer.app.configuration;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.tensiometer.topology.deadletter.RefusalGuard;
import org.tensiometer.topology.state.BoundedRocksDb;
import org.tensiometer.wire.serde.AvroSerdeConfig;
import org.tensiometer.wire.serde.AvroSerdes;

/** The keys that mean something to us, to Kafka's clients or to a Confluent-compatible serde. */
final class KnownKeys {

  private static final List<ConfigDef> DEFINITIONS =
      List.of(
          ProducerConfig.configDef(),
          ConsumerConfig.configDef(),
          AdminClientConfig.configDef(),
          StreamsConfig.configDef(),
          AvroSerdeConfig.definitions());

  /** Kafka Streams hands what stands behind these on to one of its clients. */
  private static final List<String> PREFIXES =
      List.of(
          "main.consumer.",
          "restore.consumer.",
          "global.consumer.",
          "consumer.",
          "producer.",
          "admin.");

  /** Families of Confluent's serde, which may take the place of ours, and of Kafka's providers. */
  private static final List<String> FAMILIES =
      List.of("bearer.auth.", "avro.", "rule.", "config.providers.");

  /** Single ones of them. */
  private static final Set<String> CONFLUENT_NAMES =
      Set.of(
          "normalize.schemas",
          "use.schema.id",
          "use.latest.with.metadata",
          "schema.reflection",
          "context.name.strategy");

  private static final List<String> SECRET_WORDS =
      List.of("password", "secret", "token", "user.info");

  private static final Set<String> NAMES = names();

  /** Settings of the topics that Kafka Streams creates for itself; no client has them. */
  private static final Set<String> TOPIC_KEYS = topicKeys();

  private KnownKeys() {}

  static boolean contains(String key) {
    return NAMES.contains(withoutPrefix(key))
        || TOPIC_KEYS.contains(key)
        || FAMILIES.stream().anyMatch(key::startsWith);
  }

  /** Whether the value must not be shown. */
  static boolean isSecret(String key) {
    String name = withoutPrefix(key);
    String lower = name.toLowerCase(Locale.ROOT);
    return SECRET_WORDS.stream().anyMatch(lower::contains)
        || DEFINITIONS.stream()
            .map(definition -> definition.configKeys().get(name))
            .anyMatch(found -> found != null && found.type == ConfigDef.Type.PASSWORD);
  }

  /** All keys without the families, each also with every prefix. */
  static Stream<String> all() {
    Stream<String> names =
        NAMES.stream()
            .flatMap(
                name ->
                    Stream.concat(Stream.of(name), PREFIXES.stream().map(prefix -> prefix + name)));
    return Stream.concat(names, TOPIC_KEYS.stream());
  }

  private static String withoutPrefix(String key) {
    return PREFIXES.stream()
        .filter(key::startsWith)
        .findFirst()
        .map(prefix -> key.substring(prefix.length()))
        .orElse(key);
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>();
    for (Setting setting : Setting.values()) {
      names.add(setting.key());
    }
    names.addAll(CONFLUENT_NAMES);
    names.add(AvroSerdes.SERIALIZER_CLASS);
    names.add(AvroSerdes.DESERIALIZER_CLASS);
    names.add(RefusalGuard.MAX);
    names.add(BoundedRocksDb.MEMORY_BYTES);
    DEFINITIONS.forEach(definition -> names.addAll(definition.names()));
    return Set.copyOf(names);
  }

  /** Kafka's clients know no definition of a topic's settings, only constants. */
  private static Set<String> topicKeys() {
    return Arrays.stream(TopicConfig.class.getFields())
        .filter(field -> field.getName().endsWith("_CONFIG"))
        .map(field -> StreamsConfig.topicPrefix(value(field)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
