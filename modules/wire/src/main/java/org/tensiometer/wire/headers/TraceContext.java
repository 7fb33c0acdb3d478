package org.tensiometer.wire.headers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The trace that a record belongs to, in the headers of W3C Trace Context. Ids are made of what
 * they stand for and not of chance, so that a transaction that is tried again writes the same
 * bytes.
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param parentId the step that wrote the record: 16 hexadecimal digits, not all zero
 * @param flags 2 hexadecimal digits
 * @param state what others carry along with the trace, unchanged; null if nothing
 */
public record TraceContext(String traceId, String parentId, String flags, String state) {

  public static final String TRACEPARENT = "traceparent";
  public static final String TRACESTATE = "tracestate";

  private static final String VERSION = "00";
  private static final String SAMPLED = "01";
  private static final int TRACE_DIGITS = 32;
  private static final int PARENT_DIGITS = 16;

  // A later version may have more behind it, which is not ours to hand on.
  private static final Pattern FORM =
      Pattern.compile(
          "(?:00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})"
              + "|(?!00|ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})"
              + "(?:-.*)?)");

  /** A new trace of the thing that these words name. */
  public static TraceContext begin(String... name) {
    String digits = digits(String.join("\n", name));
    return new TraceContext(
        digits.substring(0, TRACE_DIGITS),
        digits.substring(TRACE_DIGITS, TRACE_DIGITS + PARENT_DIGITS),
        SAMPLED,
        null);
  }

  /** The trace of a record; empty if it has none, or one that is not well-formed. */
  public static Optional<TraceContext> of(Headers headers) {
    String parent = text(headers, TRACEPARENT);
    Matcher form = FORM.matcher(parent == null ? "" : parent.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    int first = form.group(1) != null ? 1 : 4;
    return Optional.of(
        new TraceContext(
            form.group(first),
            form.group(first + 1),
            form.group(first + 2),
            text(headers, TRACESTATE)));
  }

  /** The same trace after another step, such as the name of a part. */
  public TraceContext after(String step) {
    String digits = digits(traceId + parentId + step);
    return new TraceContext(traceId, digits.substring(0, PARENT_DIGITS), flags, state);
  }

  /** Writes it in place of what may be there. */
  public void stamp(Headers headers) {
    headers.remove(TRACEPARENT).remove(TRACESTATE);
    String parent = String.join("-", VERSION, traceId, parentId, flags);
    headers.add(TRACEPARENT, parent.getBytes(StandardCharsets.UTF_8));
    if (state != null) {
      headers.add(TRACESTATE, state.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** All zero, which the standard forbids, is none that anybody will see. */
  private static String digits(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
