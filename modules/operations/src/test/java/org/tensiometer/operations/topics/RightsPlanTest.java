package org.tensiometer.operations.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class RightsPlanTest {

  private static final AclBinding READS_CLAIMS = right("stream", AclOperation.READ, "claims");
  private static final AclBinding WRITES_CLAIMS = right("stream", AclOperation.WRITE, "claims");
  private static final AclBinding WRITES_ALERTS = right("stream", AclOperation.WRITE, "alerts");
  private static final AclBinding OF_A_STRANGER = right("billing", AclOperation.WRITE, "claims");

  @Test
  void shouldGiveWhatIsMissingOfEachUser() {
    RightsPlan plan =
        RightsPlan.of(List.of(READS_CLAIMS), Set.of(WRITES_ALERTS, READS_CLAIMS), Set.of());

    assertThat(plan.missing()).containsExactly(WRITES_ALERTS);
    assertThat(plan.others()).isEmpty();
  }

  @Test
  void shouldTellOfRightsThatThePartDoesNotNeed() {
    RightsPlan plan =
        RightsPlan.of(List.of(WRITES_CLAIMS, READS_CLAIMS), Set.of(READS_CLAIMS), Set.of());

    assertThat(plan.missing()).isEmpty();
    assertThat(plan.others()).containsExactly(WRITES_CLAIMS);
  }

  @Test
  void shouldFindARightTooManyThatDiffersInPatternHostOrPermissionOnly() {
    AclBinding ofAll = right("stream", AclOperation.READ, "claims", PatternType.PREFIXED, "*");
    AclBinding fromOneHost =
        right("stream", AclOperation.READ, "claims", PatternType.LITERAL, "10.0.0.1");

    RightsPlan plan =
        RightsPlan.of(List.of(ofAll, fromOneHost, READS_CLAIMS), Set.of(READS_CLAIMS), Set.of());

    assertThat(plan.others()).containsExactlyInAnyOrder(ofAll, fromOneHost);
    assertThat(RightsPlan.of(List.of(fromOneHost), Set.of(READS_CLAIMS), Set.of()).missing())
        .as("a right from one host is not the right")
        .containsExactly(READS_CLAIMS);
  }

  @Test
  void shouldLeaveOtherUsersAndTheNeedsOfOtherGenerationsAlone() {
    RightsPlan plan =
        RightsPlan.of(
            List.of(READS_CLAIMS, WRITES_ALERTS, OF_A_STRANGER),
            Set.of(READS_CLAIMS),
            Set.of(WRITES_ALERTS));

    assertThat(plan.others()).isEmpty();
  }

  private static AclBinding right(String user, AclOperation operation, String topic) {
    return right(user, operation, topic, PatternType.LITERAL, "*");
  }

  private static AclBinding right(
      String user, AclOperation operation, String topic, PatternType pattern, String host) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, topic, pattern),
        new AccessControlEntry("User:" + user, host, operation, AclPermissionType.ALLOW));
  }
}
