package org.tensiometer.wire.headers;

import java.util.Set;

/**
 * Where a record comes from in the end. Set by the first processor of the topology, because after a
 * repartition Kafka Streams itself knows only the internal topic. Values are UTF-8 text, numbers in
 * decimal.
 */
public final class LineageHeaders {

  public static final String ORIGIN_TOPIC = "tensiometer.origin.topic";
  public static final String ORIGIN_PARTITION = "tensiometer.origin.partition";
  public static final String ORIGIN_OFFSET = "tensiometer.origin.offset";
  public static final String ARTICLE_ID = "tensiometer.article.id";

  /** Which attempt at the record this is, from 1; only a record that is sent again carries it. */
  public static final String ATTEMPT = "tensiometer.attempt";

  /**
   * On a claim that an operator has sent again because it shall count although it came late. Part
   * of what the record says, so that it stays with it whenever it is sent again.
   */
  public static final String LATE_ADMITTED = "tensiometer.late.admitted";

  /**
   * Among the headers that a dead letter holds: its record was too long to be kept whole. The value
   * is the length of key, value and headers, bytes.
   */
  public static final String CUT = "tensiometer.cut";

  /** Headers of this project, which a record that is sent again does not take along. */
  public static final Set<String> ALL =
      Set.of(ORIGIN_TOPIC, ORIGIN_PARTITION, ORIGIN_OFFSET, ARTICLE_ID, ATTEMPT, CUT);

  private LineageHeaders() {}
}
