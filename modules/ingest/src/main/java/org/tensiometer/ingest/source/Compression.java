package org.tensiometer.ingest.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Compressed inputs, told by their first bytes and not by their names (RFC 1952). */
final class Compression {

  private static final int BUFFER = 1 << 16;
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;

  private Compression() {}

  /** The content of the input, which can be marked; closing it closes the input. */
  static BufferedInputStream opened(InputStream in) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(in, BUFFER);
    raw.mark(2);
    boolean compressed = raw.read() == MAGIC_1 && raw.read() == MAGIC_2;
    raw.reset();
    return compressed ? new BufferedInputStream(new Unpacked(raw), BUFFER) : raw;
  }

  /**
   * Never says that more is there, so that a buffer hands on what was unpacked before it asks for
   * more and finds the end missing.
   */
  private static final class Unpacked extends GZIPInputStream {

    Unpacked(InputStream raw) throws IOException {
      super(raw, BUFFER);
    }

    @Override
    public int available() {
      return 0;
    }
  }
}
