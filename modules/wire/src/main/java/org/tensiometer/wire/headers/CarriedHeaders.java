package org.tensiometer.wire.headers;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;

/**
 * Headers of a record that go on with what is made of it. Those of others do so only while they are
 * few: a record of the broker's largest size may be nothing but headers, and what is made of it has
 * to be written as well.
 */
public final class CarriedHeaders {

  /** Most bytes of names and values that are carried. */
  public static final int MAX_BYTES = 64 * 1024;

  private CarriedHeaders() {}

  /** A copy of the headers; empty if they are too many. */
  public static Headers of(Headers headers) {
    return fit(headers) ? new RecordHeaders(headers.toArray()) : new RecordHeaders();
  }

  /** Whether all of them may be carried. */
  public static boolean fit(Headers headers) {
    long bytes = 0;
    for (Header header : headers) {
      bytes +=
          Utils.utf8Length(header.key()) + (header.value() == null ? 0 : header.value().length);
      if (bytes > MAX_BYTES) {
        return false;
      }
    }
    return true;
  }
}
