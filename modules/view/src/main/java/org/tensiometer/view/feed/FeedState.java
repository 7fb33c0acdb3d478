package org.tensiometer.view.feed;

/**
 * How the view stands to its topics.
 *
 * @param phase what it is doing
 * @param message the same in a sentence for people
 */
public record FeedState(Phase phase, String message) {

  /** What the view is doing. */
  public enum Phase {
    /** Something it needs is not there: topics, the brokers, the registry. */
    WAITING,
    /** It reads what was there before it started. */
    READING,
    /** It has read all that was there and shows what comes. */
    LIVE
  }

  static FeedState waiting(String message) {
    return new FeedState(Phase.WAITING, message);
  }

  static final FeedState READING = new FeedState(Phase.READING, "Reading what is in the topics.");

  static final FeedState LIVE = new FeedState(Phase.LIVE, "Live.");
}
