package org.tensiometer.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The only address that anything embedded listens on. */
public final class Loopback {

  /** By number, so that no name service is asked. */
  public static final String HOST = "127.0.0.1";

  private Loopback() {}

  /** Socket address of this port; 0 stands for any free one. */
  public static InetSocketAddress address(int port) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that was free a moment ago. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address(0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on " + HOST, e);
    }
  }

  /**
   * Makes sure that the port can be taken.
   *
   * @throws EmbeddedStartException naming the port and what wanted it
   */
  static void requireFree(int port, String purpose) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address(port));
    } catch (IOException e) {
      throw new EmbeddedStartException(
          "Port " + port + " of " + HOST + " is taken; choose another port for " + purpose, e);
    }
  }
}
