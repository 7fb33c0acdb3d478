package org.tensiometer.deployment;

import static io.strimzi.api.kafka.model.user.acl.AclOperation.CREATE;
import static io.strimzi.api.kafka.model.user.acl.AclOperation.DELETE;
import static io.strimzi.api.kafka.model.user.acl.AclOperation.DESCRIBE;
import static io.strimzi.api.kafka.model.user.acl.AclOperation.DESCRIBECONFIGS;
import static io.strimzi.api.kafka.model.user.acl.AclOperation.READ;
import static io.strimzi.api.kafka.model.user.acl.AclOperation.WRITE;

import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserBuilder;
import io.strimzi.api.kafka.model.user.acl.AclOperation;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleBuilder;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResourceBuilder;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResourceBuilder;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResourceBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.sink.alerts.AlertSink;
import org.tensiometer.sink.indicators.IndicatorSink;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/** A user for every part, with the rights that the part needs and no others. */
final class UserResources {

  private final Topics topics;

  private UserResources(Topics topics) {
    this.topics = topics;
  }

  static List<KafkaUser> of(Topics topics) {
    UserResources users = new UserResources(topics);
    return List.of(
        users.ingest(),
        users.clock(),
        users.stream(),
        users.alertSink(),
        users.indicatorSink(),
        users.view(),
        users.registry(),
        users.subscriber());
  }

  private KafkaUser ingest() {
    return new User("ingest")
        .seesTopics()
        .reads(topics.articles())
        .writes(topics.articles(), topics.claims(), topics.ticks())
        .transactional(ingestId(Setting.INGEST_NAME.otherwise().orElseThrow()), exactly())
        .build();
  }

  private KafkaUser clock() {
    return new User("clock")
        .seesTopics()
        .writes(topics.ticks())
        .transactional(ingestId("clock"), exactly())
        .build();
  }

  private KafkaUser stream() {
    String application = topics.applicationId();
    return new User("stream")
        .seesTopics()
        .reads(topics.claims(), topics.ticks())
        .writes(topics.ofGeneration().toArray(TopicDescriptor[]::new))
        .writes(topics.deadLetters())
        // Its repartition and changelog topics, which it empties behind itself.
        .topics(application + "-", prefix(), CREATE, DELETE, DESCRIBE, DESCRIBECONFIGS, READ, WRITE)
        .group(application, exactly())
        .transactional(application + "-", prefix())
        .build();
  }

  private KafkaUser alertSink() {
    return sink("sink-alerts", AlertSink.name(topics))
        .reads(topics.alerts())
        .writes(topics.liveAlerts())
        // The routes, which are the operator's.
        .topics(topics.liveAlerts().name() + ".", prefix(), CREATE, DESCRIBE, WRITE)
        .build();
  }

  private KafkaUser indicatorSink() {
    return sink("sink-indicators", IndicatorSink.name(topics))
        .reads(topics.indicators(), topics.indicatorsLatest())
        .writes(IndicatorSink.outputs(topics).toArray(TopicDescriptor[]::new))
        .build();
  }

  /** The first sink sets the pointer to the live generation. */
  private User sink(String part, String name) {
    return new User(part)
        .seesTopics()
        .reads(topics.generations())
        .writes(topics.generations(), topics.deadLetters())
        .group(name, exactly())
        .transactional(name + "-", prefix());
  }

  private KafkaUser view() {
    return new User("view")
        .reads(
            topics.generations(),
            topics.liveAlerts(),
            topics.indicatorsLatest(),
            topics.indicatorsSeries(),
            topics.codedClaims())
        .build();
  }

  private KafkaUser registry() {
    return new User("registry")
        .topics("kafkasql-journal", exactly(), CREATE, DESCRIBE, DESCRIBECONFIGS, READ, WRITE)
        .group("kafkasql-", prefix())
        .build();
  }

  /** For another team that takes part: a copy of it for each. */
  private KafkaUser subscriber() {
    return new User("subscriber")
        .reads(topics.liveAlerts(), topics.indicatorsLatest(), topics.indicatorsSeries())
        .topics(topics.liveAlerts().name() + ".", prefix(), DESCRIBE, READ)
        .group("subscriber-", prefix())
        .build();
  }

  private String ingestId(String name) {
    return topics.prefix() + "-ingest-" + name;
  }

  private static AclResourcePatternType exactly() {
    return AclResourcePatternType.LITERAL;
  }

  private static AclResourcePatternType prefix() {
    return AclResourcePatternType.PREFIX;
  }

  /** Gathers the rules of one user. */
  private final class User {

    private final String part;
    private final List<AclRule> rules = new ArrayList<>();

    User(String part) {
      this.part = part;
    }

    /** At its start a part makes sure that all topics are there as they should be. */
    User seesTopics() {
      return topics(topics.prefix() + ".", prefix(), DESCRIBE, DESCRIBECONFIGS);
    }

    User reads(TopicDescriptor<?>... read) {
      for (TopicDescriptor<?> topic : read) {
        topics(topic.name(), exactly(), DESCRIBE, READ);
      }
      return this;
    }

    User writes(TopicDescriptor<?>... written) {
      for (TopicDescriptor<?> topic : written) {
        topics(topic.name(), exactly(), DESCRIBE, WRITE);
      }
      return this;
    }

    User topics(String name, AclResourcePatternType pattern, AclOperation... operations) {
      return rule(
          new AclRuleTopicResourceBuilder().withName(name).withPatternType(pattern).build(),
          operations);
    }

    User group(String name, AclResourcePatternType pattern) {
      return rule(
          new AclRuleGroupResourceBuilder().withName(name).withPatternType(pattern).build(),
          DESCRIBE,
          READ);
    }

    User transactional(String name, AclResourcePatternType pattern) {
      return rule(
          new AclRuleTransactionalIdResourceBuilder()
              .withName(name)
              .withPatternType(pattern)
              .build(),
          DESCRIBE,
          WRITE);
    }

    private User rule(AclRuleResource resource, AclOperation... operations) {
      rules.add(new AclRuleBuilder().withResource(resource).withOperations(operations).build());
      return this;
    }

    KafkaUser build() {
      return new KafkaUserBuilder()
          .withApiVersion(TopicResources.API)
          .withNewMetadata()
          .withName(topics.prefix() + '-' + part)
          .withLabels(Map.of(TopicResources.CLUSTER_LABEL, TopicResources.CLUSTER))
          .endMetadata()
          .withNewSpec()
          .withNewKafkaUserScramSha512ClientAuthentication()
          .endKafkaUserScramSha512ClientAuthentication()
          .withNewKafkaUserAuthorizationSimple()
          .withAcls(rules)
          .endKafkaUserAuthorizationSimple()
          .endSpec()
          .build();
    }
  }
}
