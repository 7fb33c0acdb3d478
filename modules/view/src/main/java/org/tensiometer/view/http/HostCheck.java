package org.tensiometer.view.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a request names this machine. A server that listens on loopback only is reached by other
 * sites through a name of theirs that points to it; such requests are refused.
 */
final class HostCheck {

  private static final Set<String> OURS = Set.of("127.0.0.1", "localhost", "[::1]");

  private final boolean loopback;

  HostCheck(InetAddress listening) {
    loopback = listening.isLoopbackAddress();
  }

  /**
   * @param host header of the request; null without one
   */
  boolean allows(String host) {
    if (!loopback) {
      return true;
    }
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
    return OURS.contains(name) || name.endsWith(".localhost");
  }
}
