package org.tensiometer.view.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.view.feed.FeedState;
import org.tensiometer.view.state.AlertChange;
import org.tensiometer.view.state.Alerts;
import org.tensiometer.view.state.Claims;
import org.tensiometer.view.state.Pairs;
import org.tensiometer.view.state.SeriesPoint;

/** The answers of the API. Days are ISO dates; what is not known is null. */
public final class ViewJson {

  /** An object without fields. */
  public static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SPARK_DAYS = 60;
  private static final int SERIES_DAYS = 400;

  private final Pairs pairs;
  private final Claims claims;
  private final Alerts alerts;

  public ViewJson(Pairs pairs, Claims claims, Alerts alerts) {
    this.pairs = pairs;
    this.claims = claims;
    this.alerts = alerts;
  }

  /** All pairs, the highest score first. */
  public JsonNode pairs() {
    ArrayNode list = JSON.createArrayNode();
    List<TensionIndicator> byScore = pairs.byScore();
    LocalDate newest =
        byScore.stream()
            .map(TensionIndicator::getDay)
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.EPOCH);
    for (TensionIndicator indicator : byScore) {
      list.add(
          pair(indicator)
              .<ObjectNode>set(
                  "spark", spark(pairs.lastDays(indicator.getPair(), SPARK_DAYS), newest)));
    }
    return JSON.createObjectNode().set("pairs", list);
  }

  /**
   * One pair with its days and alerts.
   *
   * @return null if nothing is known of it
   */
  public JsonNode pair(CountryPair pair) {
    TensionIndicator latest = pairs.latest(pair.toString()).orElse(null);
    if (latest == null) {
      return null;
    }
    ObjectNode node = pair(latest);
    node.set("series", series(pairs.lastDays(pair.toString(), SERIES_DAYS)));
    ArrayNode open = node.putArray("alerts");
    alerts.open().stream()
        .filter(alert -> alert.getPair().equals(pair.toString()))
        .forEach(alert -> open.add(alert(alert)));
    ObjectNode counts = node.putObject("claimsByDay");
    claims.countsOf(pair).forEach((day, count) -> counts.put(day.toString(), count));
    return node;
  }

  /** The claims of a pair on a day. */
  public JsonNode day(CountryPair pair, LocalDate day) {
    ObjectNode node = JSON.createObjectNode();
    node.put("pair", pair.toString());
    node.put("day", day.toString());
    node.put("completeFrom", claims.completeFrom().map(LocalDate::toString).orElse(null));
    ArrayNode list = node.putArray("claims");
    claims.of(pair, day).forEach(claim -> list.add(ClaimNode.of(claim)));
    return node;
  }

  /** The open alerts. */
  public JsonNode alerts() {
    ObjectNode node = JSON.createObjectNode();
    node.put("position", alerts.position().toString());
    ArrayNode list = node.putArray("alerts");
    alerts.open().forEach(alert -> list.add(alert(alert)));
    return node;
  }

  public static JsonNode state(FeedState state) {
    return JSON.createObjectNode()
        .put("phase", state.phase().name())
        .put("message", state.message());
  }

  /** An alert, or the id of one that is over. */
  public static JsonNode change(AlertChange change) {
    return change.alert() == null
        ? JSON.createObjectNode().put("alertId", change.alertId()).put("over", true)
        : alert(change.alert());
  }

  /** A fault in one sentence. */
  public static JsonNode error(String sentence) {
    return JSON.createObjectNode().put("error", sentence);
  }

  /** As it is sent; on one line. */
  public static byte[] bytes(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can always be written", e);
    }
  }

  private ObjectNode pair(TensionIndicator indicator) {
    ObjectNode node = JSON.createObjectNode();
    node.put("pair", indicator.getPair());
    party(node.putObject("a"), indicator.getCountryA());
    party(node.putObject("b"), indicator.getCountryB());
    node.put("day", indicator.getDay().toString());
    node.put("status", indicator.getStatus().name());
    node.put("score", indicator.getScore());
    node.put("level", indicator.getLevel());
    node.put("scoreDelta", indicator.getScoreDelta());
    node.put("levelDelta", indicator.getLevelDelta());
    node.put("asymmetry", indicator.getAsymmetry());
    node.put("events", indicator.getClusters());
    node.put("claims", indicator.getClaims());
    node.put("outlets", indicator.getOutlets());
    node.put("tier", indicator.getTier());
    ArrayNode drivers = node.putArray("drivers");
    indicator.getDrivers().forEach(driver -> drivers.add(driver.getEvent().name()));
    return node;
  }

  private static void party(ObjectNode node, String code) {
    node.put("code", code).put("name", CountryNames.of(code));
  }

  /**
   * Levels of the days up to the newest of all pairs, so that lines stand below each other. A day
   * without a record had no claim in its week; null before the pair's first.
   */
  private static ArrayNode spark(List<SeriesPoint> days, LocalDate newest) {
    ArrayNode levels = JSON.createArrayNode();
    Map<LocalDate, Double> byDay = new HashMap<>();
    days.forEach(point -> byDay.put(point.day(), point.level()));
    LocalDate first = days.isEmpty() ? newest.plusDays(1) : days.get(0).day();
    for (int back = SPARK_DAYS - 1; back >= 0; back--) {
      LocalDate day = newest.minusDays(back);
      levels.add(day.isBefore(first) ? null : byDay.getOrDefault(day, 0.0));
    }
    return levels;
  }

  private static ArrayNode series(List<SeriesPoint> days) {
    ArrayNode series = JSON.createArrayNode();
    for (SeriesPoint point : days) {
      ObjectNode node = series.addObject();
      node.put("day", point.day().toString());
      node.put("level", point.level());
      node.put("score", point.score());
      node.put("status", point.status());
      node.put("events", point.events());
      node.put("tier", point.tier());
      if (point.alertId() != null) {
        node.put("alertId", point.alertId());
        node.put(
            "alertFirstDay",
            point.alertFirstDay() == null ? null : point.alertFirstDay().toString());
      }
      if (point.band() != null) {
        node.put("low", point.band().low());
        node.put("high", point.band().high());
        node.put("far", point.band().far());
      }
    }
    return series;
  }

  private static ObjectNode alert(TensionAlert alert) {
    ObjectNode node = JSON.createObjectNode();
    node.put("alertId", alert.getAlertId());
    node.put("pair", alert.getPair());
    party(node.putObject("a"), alert.getCountryA());
    party(node.putObject("b"), alert.getCountryB());
    node.put("kind", alert.getKind().name());
    node.put("tier", alert.getTier());
    node.put("firstDay", alert.getFirstDay().toString());
    node.put("day", alert.getDay().toString());
    node.put("score", alert.getScore());
    node.put("level", alert.getLevel());
    node.put("outlets", alert.getOutlets());
    node.put("sentence", alert.getSentence());
    return node;
  }
}
