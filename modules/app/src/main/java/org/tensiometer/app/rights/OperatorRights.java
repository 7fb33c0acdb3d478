package org.tensiometer.app.rights;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;

import java.util.ArrayList;
import java.util.List;
import org.tensiometer.operations.OperatorWriter;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/** The rights of operators, one user for each kind of work. */
public final class OperatorRights {

  private final Topics topics;

  private OperatorRights(Topics topics) {
    this.topics = topics;
  }

  /** Of those who look, redrive dead letters, erase articles, and replay. */
  public static List<PartRights> of(Topics topics) {
    OperatorRights rights = new OperatorRights(topics);
    return List.of(rights.reader(), rights.deadLetters(), rights.erasure(), rights.generations());
  }

  /** deadletters ls and show, replay diff, explain, watch. */
  private PartRights reader() {
    return new PartRights.Builder("operator-reader")
        .topics(topics.prefix() + ".", PREFIXED, DESCRIBE, DESCRIBE_CONFIGS, READ)
        .group(topics.prefix() + "-", PREFIXED, DESCRIBE)
        .build();
  }

  /** deadletters and late, redrive and drop: a record goes to the topic that it came from. */
  private PartRights deadLetters() {
    return operator("dead-letters")
        .reads(topics.deadLetters(), topics.deadLetterMarks(), topics.late(), topics.generations())
        .reads(redriven())
        .writes(topics.deadLetterMarks())
        .writes(redriven())
        .build();
  }

  /** What the parts read that make dead letters. */
  private List<TopicDescriptor<?>> redriven() {
    List<TopicDescriptor<?>> read =
        new ArrayList<>(
            List.of(topics.claims(), topics.ticks(), topics.alerts(), topics.indicators()));
    if (topics.analyses()) {
      read.add(topics.articles());
      read.add(topics.ownClaims());
    }
    return read;
  }

  /** erase: tombstones for an article, a mark that it was, and its dead letters away. */
  private PartRights erasure() {
    PartRights.Builder erasure = operator("erasure");
    if (topics.analyses()) {
      erasure.writes(topics.ownClaims());
    }
    return erasure
        .reads(topics.articles(), topics.claims(), topics.deadLetters(), topics.generations())
        .reads(topics.erased())
        .reads(topics.ofGeneration())
        .reads(topics.liveAlerts(), topics.indicatorsLatest(), topics.indicatorsSeries())
        // The routes, to say where the article is told of.
        .topics(topics.liveAlerts().name() + ".", PREFIXED, DESCRIBE, READ)
        .writes(topics.articles(), topics.claims(), topics.deadLetters(), topics.erased())
        .topics(topics.deadLetters().name(), LITERAL, DELETE)
        .build();
  }

  /** replay: topics, groups and transactions of generations whose names are the operator's. */
  private PartRights generations() {
    return new PartRights.Builder("operator-generations")
        .topics(
            topics.prefix() + ".",
            PREFIXED,
            CREATE,
            DELETE,
            DESCRIBE,
            DESCRIBE_CONFIGS,
            READ,
            WRITE)
        .topics(
            topics.prefix() + "-",
            PREFIXED,
            CREATE,
            DELETE,
            DESCRIBE,
            DESCRIBE_CONFIGS,
            READ,
            WRITE)
        .group(topics.prefix() + "-", PREFIXED, DELETE, DESCRIBE, READ)
        .transactional(topics.prefix() + "-", PREFIXED)
        .build();
  }

  private PartRights.Builder operator(String operation) {
    return new PartRights.Builder("operator-" + operation)
        .seesTopicsOf(topics.prefix())
        .transactional(OperatorWriter.transactionalId(topics), LITERAL);
  }
}
