package org.tensiometer.wire.serde;

import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;

/** How the subject of a schema is named; Confluent's three. */
enum SubjectNameStrategy {
  TOPIC("TopicNameStrategy") {
    @Override
    String subject(String topic, boolean isKey, Schema schema) {
      return topic + (isKey ? "-key" : "-value");
    }
  },
  RECORD("RecordNameStrategy") {
    @Override
    String subject(String topic, boolean isKey, Schema schema) {
      return recordName(topic, schema);
    }
  },
  TOPIC_RECORD("TopicRecordNameStrategy") {
    @Override
    String subject(String topic, boolean isKey, Schema schema) {
      return topic + '-' + recordName(topic, schema);
    }
  };

  private static final String CONFLUENT_PACKAGE = "io.confluent.kafka.serializers.subject.";

  private final String className;

  SubjectNameStrategy(String className) {
    this.className = className;
  }

  abstract String subject(String topic, boolean isKey, Schema schema);

  /**
   * @param name Confluent's class name, with or without its package
   */
  static SubjectNameStrategy named(String name) {
    String simple =
        name.startsWith(CONFLUENT_PACKAGE) ? name.substring(CONFLUENT_PACKAGE.length()) : name;
    return Arrays.stream(values())
        .filter(strategy -> strategy.className.equals(simple))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigException(
                    "A subject name strategy is one of TopicNameStrategy, RecordNameStrategy,"
                        + " TopicRecordNameStrategy, not "
                        + name));
  }

  private static String recordName(String topic, Schema schema) {
    if (schema.getType() != Schema.Type.RECORD) {
      throw new SerializationException(
          "In topic "
              + topic
              + " the subject is named after the record, but the value is "
              + schema.getType());
    }
    return schema.getFullName();
  }
}
