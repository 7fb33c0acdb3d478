package org.tensiometer.app.rights;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.tensiometer.ingest.IngestConnection;
import org.tensiometer.sink.alerts.AlertSink;
import org.tensiometer.sink.indicators.IndicatorSink;
import org.tensiometer.wire.topics.Topics;

/** The rights of all parts, made of the descriptors of the topics. */
public final class Rights {

  private static final String ANY_HOST = "*";

  private final Topics topics;

  private Rights(Topics topics) {
    this.topics = topics;
  }

  /** Of the parts that are shipped, and of a subscriber. */
  public static List<PartRights> of(Topics topics) {
    Rights rights = new Rights(topics);
    return List.of(
        rights.ingest(),
        rights.clock(),
        rights.stream(),
        rights.alertSink(),
        rights.indicatorSink(),
        rights.view(),
        rights.subscriber());
  }

  /** The same, and of operators. */
  public static List<PartRights> ofAll(Topics topics) {
    return Stream.concat(of(topics).stream(), OperatorRights.of(topics).stream()).toList();
  }

  /**
   * The same as brokers keep them.
   *
   * @param userPrefix what the users of the parts are called before the name of the part
   */
  public static Set<AclBinding> bindings(List<PartRights> parts, String userPrefix) {
    Set<AclBinding> bindings = new LinkedHashSet<>();
    for (PartRights part : parts) {
      for (Right right : part.rights()) {
        for (AclOperation operation : right.operations()) {
          bindings.add(
              new AclBinding(
                  new ResourcePattern(right.type(), right.name(), right.pattern()),
                  new AccessControlEntry(
                      "User:" + userPrefix + part.part(),
                      ANY_HOST,
                      operation,
                      AclPermissionType.ALLOW)));
        }
      }
    }
    return bindings;
  }

  private PartRights ingest() {
    return part("ingest")
        .reads(topics.articles(), topics.erased())
        .writes(topics.articles(), topics.claims(), topics.ticks())
        // Of any name, so that there can be as many as cores allow.
        .transactional(IngestConnection.transactionalIds(topics), PREFIXED)
        .build();
  }

  private PartRights clock() {
    return part("clock")
        .writes(topics.ticks())
        .transactional(IngestConnection.clockTransactionalId(topics), LITERAL)
        .build();
  }

  private PartRights stream() {
    String application = topics.applicationId();
    PartRights.Builder stream = part("stream");
    if (topics.analyses()) {
      stream.group(topics.analysisGroup(), LITERAL);
    }
    return stream
        .reads(topics.inputClaims(), topics.ticks())
        .writes(topics.ofGeneration())
        .writes(topics.deadLetters())
        // Its repartition and changelog topics, which it empties behind itself.
        .topics(
            application + "-", PREFIXED, CREATE, DELETE, DESCRIBE, DESCRIBE_CONFIGS, READ, WRITE)
        .group(application, LITERAL)
        .transactional(application + "-", PREFIXED)
        // For its meters.
        .reads(topics.articles(), topics.deadLetters(), topics.liveAlerts())
        .reads(topics.ofGeneration())
        .group(topics.metersGroup(), LITERAL)
        .build();
  }

  private PartRights alertSink() {
    return sink("sink-alerts", AlertSink.name(topics))
        .reads(topics.alerts(), topics.liveAlerts())
        .writes(topics.liveAlerts())
        // The routes, which are the operator's.
        .topics(topics.liveAlerts().name() + ".", PREFIXED, CREATE, DESCRIBE, READ, WRITE)
        .build();
  }

  private PartRights indicatorSink() {
    return sink("sink-indicators", IndicatorSink.name(topics))
        .reads(topics.indicators(), topics.indicatorsLatest(), topics.indicatorsSeries())
        .writes(IndicatorSink.outputs(topics))
        .build();
  }

  /** The first sink sets the pointer to the live generation. */
  private PartRights.Builder sink(String part, String name) {
    return part(part)
        .reads(topics.generations())
        .writes(topics.generations(), topics.deadLetters())
        .group(name, LITERAL)
        .transactional(name + "-", PREFIXED);
  }

  private PartRights view() {
    return new PartRights.Builder("view")
        .reads(
            topics.generations(),
            topics.liveAlerts(),
            topics.indicatorsLatest(),
            topics.indicatorsSeries(),
            topics.codedClaims())
        .build();
  }

  /** For another team that takes part: a copy of it for each. */
  private PartRights subscriber() {
    return new PartRights.Builder("subscriber")
        .reads(topics.liveAlerts(), topics.indicatorsLatest(), topics.indicatorsSeries())
        .topics(topics.liveAlerts().name() + ".", PREFIXED, DESCRIBE, READ)
        .group("subscriber-", PREFIXED)
        .build();
  }

  private PartRights.Builder part(String name) {
    return new PartRights.Builder(name).seesTopicsOf(topics.prefix());
  }
}
