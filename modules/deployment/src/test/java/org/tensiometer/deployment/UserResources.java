package org.tensiometer.deployment;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.tensiometer.app.rights.OperatorRights;
import org.tensiometer.app.rights.PartRights;
import org.tensiometer.app.rights.Right;
import org.tensiometer.app.rights.Rights;
import org.tensiometer.wire.topics.Topics;

/** A user for every part, with the rights that the part needs and no others. */
final class UserResources {

  private UserResources() {}

  static List<KafkaUser> of(Topics topics) {
    return Stream.of(Rights.of(topics), List.of(registry()), OperatorRights.of(topics))
        .flatMap(List::stream)
        .map(part -> user(topics, part))
        .toList();
  }

  private static KafkaUser user(Topics topics, PartRights part) {
    return new KafkaUserBuilder()
        .withApiVersion(TopicResources.API)
        .withNewMetadata()
        .withName(topics.prefix() + '-' + part.part())
        .withLabels(Map.of(TopicResources.CLUSTER_LABEL, TopicResources.CLUSTER))
        .endMetadata()
        .withNewSpec()
        .withNewKafkaUserScramSha512ClientAuthentication()
        .endKafkaUserScramSha512ClientAuthentication()
        .withNewKafkaUserAuthorizationSimple()
        .withAcls(part.rights().stream().map(UserResources::rule).toList())
        .endKafkaUserAuthorizationSimple()
        .endSpec()
        .build();
  }

  private static AclRule rule(Right right) {
    return new AclRuleBuilder()
        .withResource(resource(right))
        .withOperations(right.operations().stream().map(UserResources::operation).toList())
        .build();
  }

  private static AclRuleResource resource(Right right) {
    AclResourcePatternType pattern =
        right.pattern() == PatternType.PREFIXED
            ? AclResourcePatternType.PREFIX
            : AclResourcePatternType.LITERAL;
    return switch (right.type()) {
      case TOPIC ->
          new AclRuleTopicResourceBuilder().withName(right.name()).withPatternType(pattern).build();
      case GROUP ->
          new AclRuleGroupResourceBuilder().withName(right.name()).withPatternType(pattern).build();
      case TRANSACTIONAL_ID ->
          new AclRuleTransactionalIdResourceBuilder()
              .withName(right.name())
              .withPatternType(pattern)
              .build();
      default -> throw new IllegalArgumentException("No rule for a " + right.type());
    };
  }

  private static AclOperation operation(org.apache.kafka.common.acl.AclOperation operation) {
    return AclOperation.valueOf(operation.name().replace("_", ""));
  }

  /** The schema registry is not ours, and keeps its schemas in topics that it creates. */
  private static PartRights registry() {
    Stream<Right> topics =
        Stream.of("kafkasql-journal", "kafkasql-snapshots", "registry-events")
            .map(
                name ->
                    new Right(
                        ResourceType.TOPIC,
                        name,
                        PatternType.LITERAL,
                        List.of(
                            org.apache.kafka.common.acl.AclOperation.CREATE,
                            org.apache.kafka.common.acl.AclOperation.DESCRIBE,
                            org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS,
                            org.apache.kafka.common.acl.AclOperation.READ,
                            org.apache.kafka.common.acl.AclOperation.WRITE)));
    Right groups =
        new Right(
            ResourceType.GROUP,
            "apicurio-",
            PatternType.PREFIXED,
            List.of(
                org.apache.kafka.common.acl.AclOperation.DESCRIBE,
                org.apache.kafka.common.acl.AclOperation.READ));
    return new PartRights("registry", Stream.concat(topics, Stream.of(groups)).toList());
  }
}
