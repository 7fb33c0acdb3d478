package org.tensiometer.wire.headers;

/** Headers that Kafka Streams gives a dead letter, by the names of KIP-1034. Values are text. */
public final class StreamsErrorHeaders {

  /** Class of the exception. */
  public static final String EXCEPTION = "__streams.errors.exception";

  public static final String MESSAGE = "__streams.errors.message";
  public static final String STACKTRACE = "__streams.errors.stacktrace";

  /** Topic of the record that was being processed. */
  public static final String TOPIC = "__streams.errors.topic";

  public static final String PARTITION = "__streams.errors.partition";
  public static final String OFFSET = "__streams.errors.offset";

  private StreamsErrorHeaders() {}
}
