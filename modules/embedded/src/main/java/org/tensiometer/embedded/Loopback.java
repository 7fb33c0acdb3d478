package org.tensiometer.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** The only address that anything embedded listens on. */
public final class Loopback {

  /** By number, so that no name service is asked. */
  public static final String HOST = "127.0.0.1";

  // Below those that Linux, macOS and Windows give to whoever asks for any, and to the near ends of
  // connections: one of these stays free until it is used, and while its server restarts.
  private static final int FIRST = 10_000;
  private static final int PORTS = 22_000;

  // Processes that choose at the same time begin apart from each other.
  private static final int APART = 101;
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * APART % PORTS));

  private Loopback() {}

  /** Socket address of this port; 0 stands for any free one. */
  public static InetSocketAddress address(int port) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that is free, and another one each time. */
  public static int freePort() {
    for (int tries = 0; tries < PORTS; tries++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), PORTS);
      if (isFree(port)) {
        return port;
      }
    }
    throw new EmbeddedStartException(
        "No port of "
            + HOST
            + " is free between "
            + FIRST
            + " and "
            + (FIRST + PORTS - 1)
            + "; end some of what listens there");
  }

  private static boolean isFree(int port) {
    try {
      take(port);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Makes sure that the port can be taken.
   *
   * @throws EmbeddedStartException naming the port and what wanted it
   */
  static void requireFree(int port, String purpose) {
    try {
      take(port);
    } catch (IOException e) {
      throw new EmbeddedStartException(
          "Port " + port + " of " + HOST + " is taken; choose another port for " + purpose, e);
    }
  }

  private static void take(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address(port));
    }
  }
}
