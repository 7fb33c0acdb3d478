package org.tensiometer.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An input of which only so many bytes may be read for one article. */
final class BoundedInput extends FilterInputStream {

  private final long limit;
  private long left;

  BoundedInput(InputStream in, long limit) {
    super(in);
    this.limit = limit;
    this.left = limit;
  }

  /** The next article starts. */
  void nextArticle() {
    left = limit;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      took(1);
    }
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count > 0) {
      took(count);
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void took(int count) throws OversizeException {
    left -= count;
    if (left < 0) {
      throw new OversizeException(limit);
    }
  }
}
