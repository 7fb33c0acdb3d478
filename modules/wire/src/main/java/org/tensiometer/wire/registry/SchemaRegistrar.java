package org.tensiometer.wire.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.wire.topics.TopicDescriptor;

/**
 * Registers the schemas of topics before anything is written, for serializers that are not allowed
 * to ({@code auto.register.schemas=false}), and sees to it that every later version can read all
 * earlier ones.
 */
public final class SchemaRegistrar {

  private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistrar.class);
  private static final CompatibilityLevel LEVEL = CompatibilityLevel.BACKWARD_TRANSITIVE;

  private final SchemaRegistryClient registry;

  public SchemaRegistrar(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /**
   * Registers the value schemas of these topics, without Java's properties, under
   * TopicNameStrategy.
   *
   * @return the ids by subject
   * @throws IncompatibleSchemaException if one cannot read what stands in its topic
   */
  public SortedMap<String, Integer> register(Collection<? extends TopicDescriptor<?>> topics) {
    SortedMap<String, Schema> schemas = new TreeMap<>();
    topics.forEach(
        topic ->
            schemas.put(topic.valueSubject(), SpecificData.get().getSchema(topic.valueType())));
    return register(schemas);
  }

  /**
   * Registers schemas by subject, without Java's properties, for instance of a topology's internal
   * topics.
   *
   * @return the ids by subject
   */
  public SortedMap<String, Integer> register(Map<String, Schema> schemasBySubject) {
    SortedMap<String, Integer> ids = new TreeMap<>();
    new TreeMap<>(schemasBySubject)
        .forEach((subject, schema) -> ids.put(subject, register(subject, schema)));
    return Collections.unmodifiableSortedMap(ids);
  }

  private int register(String subject, Schema schema) {
    boolean demanded = demand(subject);
    int id = registry.register(subject, PlainSchemas.withoutJavaProperties(schema));
    if (!demanded) {
      demand(subject);
    }
    LOG.debug("Subject {} has schema {}", subject, id);
    return id;
  }

  /**
   * Sets the level of the subject.
   *
   * @return false if the registry gives no level to a subject that has no version yet
   */
  private boolean demand(String subject) {
    if (registry.compatibility(subject).equals(Optional.of(LEVEL))) {
      return true;
    }
    try {
      registry.setCompatibility(subject, LEVEL);
      return true;
    } catch (RegistryException e) {
      if (e.errorCode() == RegistryException.SUBJECT_NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}
