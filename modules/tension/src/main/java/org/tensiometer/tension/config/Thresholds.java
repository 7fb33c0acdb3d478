package org.tensiometer.tension.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * Numbers of {@code tension.properties}; the formulas F5 to F12 say what each is for. Micros are
 * millionths.
 */
public record Thresholds(
    String version,
    long levelKappaMicros,
    int baselineDays,
    int guardDays,
    int baselineMinDays,
    double sdFloor,
    int earlyDays,
    double sparseClustersPerWeek,
    String ruleVersion,
    List<Double> tiers,
    int earlyTier,
    int alertClusters,
    int alertOwners,
    int sparseOwners,
    double clearScore,
    int clearDays,
    long flashIntensityMicros,
    int flashOwners,
    int flashTier,
    int closeHours,
    int finalDays,
    int clusterSimilarityPercent,
    int clusterClaimsMax,
    boolean clusterSameEvent) {

  public Thresholds {
    tiers = List.copyOf(tiers);
    List<Double> sorted = new ArrayList<>(new HashSet<>(tiers));
    sorted.sort(null);
    if (tiers.isEmpty() || !sorted.equals(tiers)) {
      throw new IllegalArgumentException(
          "'alert.tiers' must be different numbers in rising order, not " + tiers);
    }
    if (levelKappaMicros < 1 || baselineMinDays < 1 || baselineDays < baselineMinDays) {
      throw new IllegalArgumentException(
          "'level.kappa.micros' and 'score.baseline.min.days' must be at least 1, and"
              + " 'score.baseline.days' no less than the latter");
    }
    if (!(sdFloor > 0) || clearDays < 1 || clusterClaimsMax < 1) {
      throw new IllegalArgumentException(
          "'score.sd.floor', 'alert.clear.days' and 'cluster.claims.max' must be greater than 0");
    }
    if (clusterSimilarityPercent < 1 || clusterSimilarityPercent > 100) {
      throw new IllegalArgumentException("'cluster.similarity.percent' must be 1 to 100");
    }
    if (guardDays < 0 || closeHours < 0 || finalDays < 0) {
      throw new IllegalArgumentException(
          "'score.guard.days', 'day.close.hours' and 'day.final.days' must not be negative");
    }
  }

  /**
   * @throws IllegalArgumentException if a key is missing or unknown, or a value is no number
   */
  static Thresholds of(Properties properties) {
    Set<String> unread = new HashSet<>(properties.stringPropertyNames());
    Reader in = new Reader(properties, unread);
    Thresholds thresholds =
        new Thresholds(
            in.text("version"),
            in.whole("level.kappa.micros"),
            in.small("score.baseline.days"),
            in.small("score.guard.days"),
            in.small("score.baseline.min.days"),
            in.real("score.sd.floor"),
            in.small("status.early.days"),
            in.real("status.sparse.clusters.per.week"),
            in.text("rule.version"),
            in.reals("alert.tiers"),
            in.small("alert.early.tier"),
            in.small("alert.clusters"),
            in.small("alert.owners"),
            in.small("alert.sparse.owners"),
            in.real("alert.clear.score"),
            in.small("alert.clear.days"),
            in.whole("flash.intensity.micros"),
            in.small("flash.owners"),
            in.small("flash.tier"),
            in.small("day.close.hours"),
            in.small("day.final.days"),
            in.small("cluster.similarity.percent"),
            in.small("cluster.claims.max"),
            in.yes("cluster.same.event"));
    if (!unread.isEmpty()) {
      throw new IllegalArgumentException("'" + unread.iterator().next() + "' is no known key");
    }
    return thresholds;
  }

  private record Reader(Properties properties, Set<String> unread) {

    String text(String key) {
      String value = properties.getProperty(key);
      if (value == null || value.isBlank()) {
        throw new IllegalArgumentException("'" + key + "' is missing");
      }
      unread.remove(key);
      return value.trim();
    }

    long whole(String key) {
      try {
        return Long.parseLong(text(key));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "'" + key + "' is not a whole number: \"" + text(key) + '"', e);
      }
    }

    boolean yes(String key) {
      String value = text(key);
      if (!value.equals("true") && !value.equals("false")) {
        throw new IllegalArgumentException(
            "'" + key + "' is neither true nor false: \"" + value + '"');
      }
      return value.equals("true");
    }

    int small(String key) {
      return Math.toIntExact(whole(key));
    }

    double real(String key) {
      return number(key, text(key));
    }

    List<Double> reals(String key) {
      List<Double> values = new ArrayList<>();
      for (String part : text(key).split(",")) {
        values.add(number(key, part.trim()));
      }
      return values;
    }

    private static double number(String key, String value) {
      try {
        double number = Double.parseDouble(value);
        if (!Double.isFinite(number)) {
          throw new NumberFormatException("not finite");
        }
        return number;
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("'" + key + "' is not a number: \"" + value + '"', e);
      }
    }
  }
}
