package org.tensiometer.app.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.tensiometer.sink.alerts.AlertSink;
import org.tensiometer.wire.topics.Topics;

/** Who may begin transactions by which id, read as a broker reads rights. */
class RightsTest {

  private static final Topics TOPICS = Topics.withDefaults();
  private static final Set<AclBinding> RIGHTS = Rights.bindings(Rights.ofAll(TOPICS), "");

  @Test
  void shouldLetIngestsOfAnyNameWriteBesideEachOther() {
    assertThat(whoWritesBy("tensiometer-ingest-files"))
        .containsExactlyInAnyOrder("ingest", "operator-generations");
    assertThat(whoWritesBy("tensiometer-ingest-agencies"))
        .containsExactlyInAnyOrder("ingest", "operator-generations");
  }

  @Test
  void shouldLetNoIngestTakeThePlaceOfTheClock() {
    assertThat(whoWritesBy("tensiometer-clock"))
        .containsExactlyInAnyOrder("clock", "operator-generations");
  }

  @Test
  void shouldLetSinksOfAnyInstanceWriteBesideEachOther() {
    for (String instance : new String[] {"0", "7", "east"}) {
      assertThat(whoWritesBy(AlertSink.name(TOPICS) + '-' + instance))
          .containsExactlyInAnyOrder("sink-alerts", "operator-generations");
    }
  }

  private static Set<String> whoWritesBy(String transactionalId) {
    return RIGHTS.stream()
        .filter(right -> right.entry().operation() == AclOperation.WRITE)
        .filter(right -> right.pattern().resourceType() == ResourceType.TRANSACTIONAL_ID)
        .filter(right -> covers(right.pattern(), transactionalId))
        .map(right -> right.entry().principal().substring("User:".length()))
        .collect(Collectors.toSet());
  }

  private static boolean covers(ResourcePattern pattern, String name) {
    return pattern.patternType() == PatternType.PREFIXED
        ? name.startsWith(pattern.name())
        : name.equals(pattern.name());
  }
}
