package org.tensiometer.view.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.tensiometer.view.feed.FeedState;
import org.tensiometer.view.json.ViewJson;
import org.tensiometer.view.state.AlertChange;
import org.tensiometer.view.state.AlertPosition;

/**
 * One event of the stream, as HTML's server-sent events write it. JSON on one line holds no line
 * break that could end a field.
 *
 * @param name what the page listens for
 * @param id where to resume after it; null leaves the reader where it is
 */
record StreamEvent(String name, AlertPosition id, JsonNode data) {

  static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  /** How long a browser waits before it connects again. */
  static final byte[] RETRY = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

  static StreamEvent alert(AlertChange change) {
    return new StreamEvent("alert", change.position(), ViewJson.change(change));
  }

  /** Indicators changed: the page asks for what it shows. */
  static StreamEvent pairs() {
    return new StreamEvent("pairs", null, ViewJson.NOTHING);
  }

  static StreamEvent state(FeedState state) {
    return new StreamEvent("state", null, ViewJson.state(state));
  }

  /** What the reader knows of alerts is of no use: it takes the open ones as they stand. */
  static StreamEvent reset(AlertPosition position) {
    return new StreamEvent("reset", position, ViewJson.NOTHING);
  }

  byte[] bytes() {
    String head = "event: " + name + '\n' + (id == null ? "" : "id: " + id + '\n') + "data: ";
    return (head + new String(ViewJson.bytes(data), StandardCharsets.UTF_8) + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
