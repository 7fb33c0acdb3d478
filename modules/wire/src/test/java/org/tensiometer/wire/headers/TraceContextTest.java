package org.tensiometer.wire.headers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  @Test
  void shouldBeginTheSameTraceForTheSameThing() {
    TraceContext trace = TraceContext.begin("article", "revision");

    assertThat(trace).isEqualTo(TraceContext.begin("article", "revision"));
    assertThat(trace.traceId()).isNotEqualTo(TraceContext.begin("article", "other").traceId());
    assertThat(trace.after("one").traceId()).isEqualTo(trace.traceId());
    assertThat(trace.after("one").parentId())
        .isNotEqualTo(trace.parentId())
        .isNotEqualTo(trace.after("two").parentId());
  }

  @Test
  void shouldBeReadByOpenTelemetryAsItIsWritten() {
    Headers headers = headers("00-" + TRACE + "-" + PARENT + "-01");
    headers.add(TraceContext.TRACESTATE, "vendor=of-theirs".getBytes(UTF_8));
    TraceContext trace = TraceContext.of(headers).orElseThrow().after("sink");
    trace.stamp(headers);

    SpanContext read = readByOpenTelemetry(headers);
    assertThat(read.isValid()).isTrue();
    assertThat(read.isSampled()).isTrue();
    assertThat(read.getTraceId()).isEqualTo(TRACE);
    assertThat(read.getSpanId()).isEqualTo(trace.parentId()).isNotEqualTo(PARENT);
    assertThat(read.getTraceState().get("vendor")).isEqualTo("of-theirs");
    assertThat(headers.headers(TraceContext.TRACEPARENT)).hasSize(1);
  }

  @Test
  void shouldReadALaterVersionAsFarAsItIsKnown() {
    assertThat(TraceContext.of(headers("01-" + TRACE + "-" + PARENT + "-01-more")))
        .hasValueSatisfying(trace -> assertThat(trace.traceId()).isEqualTo(TRACE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no trace",
        "00-" + TRACE + "-" + PARENT,
        "00-" + TRACE + "-" + PARENT + "-01-more",
        "ff-" + TRACE + "-" + PARENT + "-01",
        "00-00000000000000000000000000000000-" + PARENT + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + PARENT + "-01"
      })
  void shouldTakeNoTraceFromWhatIsNotWellFormed(String header) {
    assertThat(TraceContext.of(headers(header))).isEmpty();
    assertThat(readByOpenTelemetry(headers(header)).isValid()).isFalse();
  }

  private static Headers headers(String traceparent) {
    return new RecordHeaders().add(TraceContext.TRACEPARENT, traceparent.getBytes(UTF_8));
  }

  private static SpanContext readByOpenTelemetry(Headers headers) {
    Context context =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, new Getter());
    return Span.fromContext(context).getSpanContext();
  }

  private static final class Getter implements TextMapGetter<Headers> {

    @Override
    public Iterable<String> keys(Headers headers) {
      List<String> keys = new ArrayList<>();
      headers.forEach(header -> keys.add(header.key()));
      return keys;
    }

    @Override
    public String get(Headers headers, String key) {
      Header header = headers.lastHeader(key);
      return header == null ? null : new String(header.value(), UTF_8);
    }
  }
}
