package org.tensiometer.wire.topics;

import java.util.List;
import org.apache.kafka.common.KafkaException;

/** Topics of the cluster are not as their descriptors say, in a way that cannot be put right. */
public final class TopicMismatchException extends KafkaException {

  private final List<String> mismatches;

  public TopicMismatchException(List<String> mismatches) {
    super(String.join("; ", mismatches));
    this.mismatches = List.copyOf(mismatches);
  }

  /** One sentence for each topic that differs. */
  public List<String> mismatches() {
    return mismatches;
  }
}
