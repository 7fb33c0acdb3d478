package org.tensiometer.app;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * Where a command reads and writes: results to {@code out}, progress and problems to {@code err}.
 */
public record Console(InputStream in, PrintWriter out, PrintWriter err) {

  /** Tells the user how far things are, at once. */
  public void progress(String line) {
    err.println(line);
    err.flush();
  }
}
