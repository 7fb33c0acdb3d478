package org.tensiometer.operations.topics;

import java.math.BigInteger;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A setting of a topic that is not as it should be.
 *
 * @param name by Kafka's name
 */
public record SettingDrift(String name, String actual, String wanted) {

  private static final String FOR_EVER = "-1";

  /** Whether the change can remove records, or refuse some that are taken now. */
  public boolean isShrinking() {
    return switch (name) {
      case TopicConfig.CLEANUP_POLICY_CONFIG -> true;
      case TopicConfig.RETENTION_MS_CONFIG, TopicConfig.RETENTION_BYTES_CONFIG ->
          !wanted.equals(FOR_EVER) && (actual.equals(FOR_EVER) || isLess());
      default -> isLess();
    };
  }

  private boolean isLess() {
    return isNumber(actual)
        && isNumber(wanted)
        && new BigInteger(wanted).compareTo(new BigInteger(actual)) < 0;
  }

  private static boolean isNumber(String text) {
    return text.matches("-?[0-9]+");
  }
}
