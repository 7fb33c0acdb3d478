package org.tensiometer.ingest.source;

/** One step of reading: an article, or what kept one from being read. */
public sealed interface ReadResult {

  /** An article. */
  record Found(ArticleInput article) implements ReadResult {}

  /**
   * An article that is none for us.
   *
   * @param place file as read, with the line if there is one
   * @param reason why, in words that can be counted by
   */
  record Skipped(String place, String reason) implements ReadResult {

    @Override
    public String toString() {
      return place + ": skipped, " + reason;
    }
  }

  /**
   * Something that is no article. Reading goes on behind it.
   *
   * @param place file as named by the user, with the line if there is one
   * @param message what is wrong and what would be right
   */
  record Problem(String place, String message) implements ReadResult {

    @Override
    public String toString() {
      return place + ": " + message;
    }
  }
}
