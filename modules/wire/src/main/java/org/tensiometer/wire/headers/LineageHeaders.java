package org.tensiometer.wire.headers;

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

  private LineageHeaders() {}
}
