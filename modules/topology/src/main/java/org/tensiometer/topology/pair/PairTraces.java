package org.tensiometer.topology.pair;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.tensiometer.wire.headers.TraceContext;

/**
 * The trace of the claim that changed a pair last, until that is published. In memory alone: what a
 * process that was killed had not published goes on without its trace. For one thread.
 */
final class PairTraces {

  private static final String STEP = "pair-stage";
  private static final int MOST = 20_000;

  private final Map<String, TraceContext> last = new RecentlyUsed<>(MOST);

  /** A claim with these headers changed the pair. */
  void changed(String pair, Headers headers) {
    TraceContext.of(headers).ifPresent(trace -> last.put(pair, trace));
  }

  /** Headers of what is published of the pair now; none if it was time that changed it. */
  Headers take(String pair) {
    Headers headers = new RecordHeaders();
    TraceContext trace = last.remove(pair);
    if (trace != null) {
      trace.after(STEP).stamp(headers);
    }
    return headers;
  }
}
