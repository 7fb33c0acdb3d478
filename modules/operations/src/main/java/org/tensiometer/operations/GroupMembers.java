package org.tensiometer.operations;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Who is in a group, whichever protocol they share the work by. Brokers know a group of {@code
 * group.protocol=streams} by another question only, and call it not there when asked the other.
 */
public final class GroupMembers {

  private GroupMembers() {}

  /** Number of members, which is of threads; 0 where there is no such group. */
  public static int count(Brokers brokers, String group) {
    Admin admin = brokers.admin();
    int consumers =
        of(
            group,
            admin
                .describeConsumerGroups(List.of(group))
                .describedGroups()
                .get(group)
                .thenApply(description -> description.members().size()));
    return consumers > 0
        ? consumers
        : of(
            group,
            admin
                .describeStreamsGroups(List.of(group))
                .describedGroups()
                .get(group)
                .thenApply(description -> description.members().size()));
  }

  private static int of(String group, KafkaFuture<Integer> members) {
    try {
      return Brokers.await(members, "look for running processes of " + group);
    } catch (KafkaException e) {
      // Brokers that do not know the question have no such groups.
      if (e.getCause() instanceof GroupIdNotFoundException
          || e.getCause() instanceof UnsupportedVersionException) {
        return 0;
      }
      throw e;
    }
  }
}
