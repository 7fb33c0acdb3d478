package org.tensiometer.view.feed;

import org.tensiometer.view.state.AlertChange;

/** Who is told of what the feed reads. Called by its thread; must not block. */
public interface FeedListener {

  /** A record of the live alerts was read. */
  void alert(AlertChange change);

  /** Indicators were read. */
  void pairsChanged();

  /** The feed stands differently to its topics. */
  void state(FeedState state);

  /** Everything is forgotten and read anew. */
  void restarted();
}
