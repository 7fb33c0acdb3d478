package org.tensiometer.operations.topics;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.tensiometer.operations.Brokers;

/**
 * Rights as they should be beside as they are.
 *
 * @param missing to be given
 * @param others rights of the same users that no part needs; nobody takes them away
 */
public record RightsPlan(List<AclBinding> missing, List<AclBinding> others) {

  public RightsPlan {
    missing = sorted(missing);
    others = sorted(others);
  }

  /**
   * As it stands now; the brokers must have an authorizer.
   *
   * @param neededElsewhere what the same users need for other generations
   */
  public static RightsPlan of(
      Brokers brokers, Set<AclBinding> wanted, Set<AclBinding> neededElsewhere) {
    return of(
        Brokers.await(
            brokers.admin().describeAcls(AclBindingFilter.ANY).values(), "read the rights"),
        wanted,
        neededElsewhere);
  }

  /**
   * The same of rights that are known.
   *
   * @param actual of all users
   */
  static RightsPlan of(
      Collection<AclBinding> actual, Set<AclBinding> wanted, Set<AclBinding> neededElsewhere) {
    Set<String> users =
        wanted.stream().map(right -> right.entry().principal()).collect(Collectors.toSet());
    return new RightsPlan(
        wanted.stream().filter(right -> !actual.contains(right)).toList(),
        actual.stream()
            .filter(right -> users.contains(right.entry().principal()))
            .filter(right -> !wanted.contains(right) && !neededElsewhere.contains(right))
            .toList());
  }

  /** Gives what is missing. */
  public void apply(Brokers brokers) {
    Brokers.await(brokers.admin().createAcls(missing).all(), "give rights");
  }

  private static List<AclBinding> sorted(List<AclBinding> rights) {
    return rights.stream()
        .sorted(
            Comparator.comparing((AclBinding right) -> right.entry().principal())
                .thenComparing(right -> right.pattern().resourceType())
                .thenComparing(right -> right.pattern().name())
                .thenComparing(right -> right.entry().operation()))
        .toList();
  }
}
