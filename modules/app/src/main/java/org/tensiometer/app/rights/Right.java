package org.tensiometer.app.rights;

import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What a part may do with something.
 *
 * @param name of the topic, group or transactional id, or its beginning, as the pattern says
 */
public record Right(
    ResourceType type, String name, PatternType pattern, List<AclOperation> operations) {

  public Right {
    operations = List.copyOf(operations);
  }
}
