package org.tensiometer.view.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Supplier;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.view.feed.FeedState;
import org.tensiometer.view.json.ViewJson;

/** Path to answer, for everything but the stream of events. */
final class Api {

  private static final String PAIRS = "/api/pairs";
  private static final String DAYS = "days";

  private final Map<String, Asset> assets = Asset.all();
  private final ViewJson json;
  private final Supplier<FeedState> state;

  Api(ViewJson json, Supplier<FeedState> state) {
    this.json = json;
    this.state = state;
  }

  /**
   * @param path decoded
   * @param knownEtag of the requester's copy; null without one
   */
  Reply answer(String path, String knownEtag) {
    Asset asset = assets.get(path);
    if (asset != null) {
      return Reply.asset(asset, knownEtag);
    }
    switch (path) {
      case PAIRS:
        return Reply.json(Reply.OK, json.pairs());
      case "/api/alerts":
        return Reply.json(Reply.OK, json.alerts());
      case "/api/status":
      case "/livez":
        return Reply.json(Reply.OK, ViewJson.state(state.get()));
      case "/readyz":
        FeedState now = state.get();
        boolean ready = now.phase() == FeedState.Phase.LIVE;
        return Reply.json(ready ? Reply.OK : Reply.UNAVAILABLE, ViewJson.state(now));
      default:
        return path.startsWith(PAIRS + '/')
            ? pair(path.substring(PAIRS.length() + 1).split("/", -1))
            : notFound(path);
    }
  }

  private Reply pair(String[] parts) {
    CountryPair pair;
    try {
      pair = CountryPair.parse(parts[0]);
    } catch (IllegalArgumentException e) {
      return Reply.error(Reply.BAD_REQUEST, e.getMessage());
    }
    if (parts.length == 1) {
      JsonNode found = json.pair(pair);
      return found == null
          ? Reply.error(Reply.NOT_FOUND, "There is no indicator of " + pair + " yet.")
          : Reply.json(Reply.OK, found);
    }
    if (parts.length == 3 && parts[1].equals(DAYS)) {
      try {
        return Reply.json(Reply.OK, json.day(pair, LocalDate.parse(parts[2])));
      } catch (DateTimeParseException e) {
        return Reply.error(
            Reply.BAD_REQUEST, "A day is a date such as 2019-02-26, not \"" + parts[2] + '"');
      }
    }
    return notFound(PAIRS + '/' + String.join("/", parts));
  }

  private static Reply notFound(String path) {
    return Reply.error(
        Reply.NOT_FOUND,
        "There is nothing at "
            + path
            + "; there is /api/pairs, /api/pairs/IND-PAK, /api/pairs/IND-PAK/days/2019-02-26,"
            + " /api/alerts, /api/status and /api/events.");
  }
}
