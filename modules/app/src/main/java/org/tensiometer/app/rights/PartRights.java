package org.tensiometer.app.rights;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.tensiometer.wire.topics.TopicDescriptor;

/**
 * The rights of one part, which is a user of its own.
 *
 * @param part its name, for instance {@code sink-alerts}
 */
public record PartRights(String part, List<Right> rights) {

  public PartRights {
    rights = List.copyOf(rights);
  }

  /** Gathers the rights of one part. */
  static final class Builder {

    private final String part;
    private final List<Right> rights = new ArrayList<>();

    Builder(String part) {
      this.part = part;
    }

    /** At its start a part makes sure that all topics are there as they should be. */
    Builder seesTopicsOf(String prefix) {
      return topics(prefix + ".", PatternType.PREFIXED, DESCRIBE, DESCRIBE_CONFIGS);
    }

    Builder reads(TopicDescriptor<?>... read) {
      return reads(List.of(read));
    }

    Builder reads(Collection<? extends TopicDescriptor<?>> read) {
      read.forEach(topic -> topics(topic.name(), PatternType.LITERAL, DESCRIBE, READ));
      return this;
    }

    Builder writes(TopicDescriptor<?>... written) {
      return writes(List.of(written));
    }

    Builder writes(Collection<? extends TopicDescriptor<?>> written) {
      written.forEach(topic -> topics(topic.name(), PatternType.LITERAL, DESCRIBE, WRITE));
      return this;
    }

    Builder topics(String name, PatternType pattern, AclOperation... operations) {
      return right(ResourceType.TOPIC, name, pattern, operations);
    }

    Builder group(String name, PatternType pattern) {
      return group(name, pattern, DESCRIBE, READ);
    }

    Builder group(String name, PatternType pattern, AclOperation... operations) {
      return right(ResourceType.GROUP, name, pattern, operations);
    }

    Builder transactional(String name, PatternType pattern) {
      return right(ResourceType.TRANSACTIONAL_ID, name, pattern, DESCRIBE, WRITE);
    }

    PartRights build() {
      return new PartRights(part, rights);
    }

    private Builder right(
        ResourceType type, String name, PatternType pattern, AclOperation... operations) {
      rights.add(new Right(type, name, pattern, List.of(operations)));
      return this;
    }
  }
}
