package org.tensiometer.coding;

import java.util.Map;
import org.tensiometer.coding.acts.ActPattern;

/**
 * Weights by CAMEO code, and by PLOVER event type and mode for acts without one.
 *
 * @param byCode keys are CAMEO codes, {@code EVENT} and {@code EVENT.mode}
 */
public record Severities(Map<String, Severity> byCode) {

  public Severities {
    byCode = Map.copyOf(byCode);
  }

  /**
   * Weight of what a pattern codes: the weight of its CAMEO code, else the score of its mode, else
   * of its event type. The quad class is always that of the event type.
   */
  public Severity of(ActPattern pattern) {
    String type = pattern.event().name();
    Severity base = byCode.get(type);
    Severity best = pattern.cameo() == null ? null : byCode.get(pattern.cameo());
    if (best == null && pattern.mode() != null) {
      best = byCode.get(type + '.' + pattern.mode());
    }
    return best == null ? base : new Severity(best.weight(), base.quad());
  }
}
