package org.tensiometer.view.http;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tensiometer.view.feed.FeedListener;
import org.tensiometer.view.feed.FeedState;
import org.tensiometer.view.state.AlertChange;
import org.tensiometer.view.state.AlertPosition;
import org.tensiometer.view.state.Alerts;

/**
 * From the feed to all browsers that listen. A browser that comes back is sent what it missed, or
 * told to take the open alerts as they stand; a new one always is.
 */
public final class EventStream implements FeedListener {

  private final Alerts alerts;
  private final Set<StreamReader> readers = new HashSet<>();
  private FeedState state = new FeedState(FeedState.Phase.WAITING, "Starting.");

  public EventStream(Alerts alerts) {
    this.alerts = alerts;
  }

  public synchronized FeedState state() {
    return state;
  }

  // Under the lock that also guards new readers: nothing is sent twice or left out between the two.
  @Override
  public synchronized void alert(AlertChange change) {
    if (isLive()) {
      readers.forEach(reader -> reader.offer(StreamEvent.alert(change)));
    }
  }

  @Override
  public synchronized void pairsChanged() {
    if (isLive()) {
      readers.forEach(reader -> reader.offerOnce(StreamEvent.pairs()));
    }
  }

  @Override
  public synchronized void state(FeedState next) {
    boolean becomesLive = !isLive() && next.phase() == FeedState.Phase.LIVE;
    state = next;
    readers.forEach(reader -> reader.offer(StreamEvent.state(next)));
    if (becomesLive) {
      readers.forEach(this::catchUp);
    }
  }

  @Override
  public synchronized void restarted() {
    state = new FeedState(FeedState.Phase.READING, "Reading what is in the topics.");
  }

  synchronized void add(StreamReader reader) {
    readers.add(reader);
    reader.offer(StreamEvent.state(state));
    if (isLive()) {
      catchUp(reader);
    }
  }

  synchronized void remove(StreamReader reader) {
    readers.remove(reader);
  }

  /** Number of browsers that listen. */
  public synchronized int size() {
    return readers.size();
  }

  /** Ends all connections. */
  synchronized void close() {
    readers.forEach(StreamReader::cutOff);
  }

  private void catchUp(StreamReader reader) {
    AlertPosition resume = reader.takeResume();
    Optional<List<AlertChange>> missed = resume == null ? Optional.empty() : alerts.since(resume);
    missed.ifPresentOrElse(
        changes -> changes.forEach(change -> reader.offer(StreamEvent.alert(change))),
        () -> reader.offer(StreamEvent.reset(alerts.position())));
    reader.offerOnce(StreamEvent.pairs());
  }

  private boolean isLive() {
    return state.phase() == FeedState.Phase.LIVE;
  }
}
