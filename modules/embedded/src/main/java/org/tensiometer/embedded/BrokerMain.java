package org.tensiometer.embedded;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs a broker in a JVM of its own: {@code BrokerMain <data folder> <port>}.
 *
 * <p>Prints {@value #READY} and the address when it serves, or one sentence on standard error and
 * exits with 1. It stops when its standard input ends, so that it never outlives its parent.
 */
public final class BrokerMain {

  /** What the line starts with that says that the broker serves; its address follows. */
  public static final String READY = "broker ready on ";

  private BrokerMain() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("Usage: BrokerMain <data folder> <port, 0 for any free one>");
      System.exit(2);
    }
    EmbeddedBroker broker = startOrExit(Path.of(args[0]), Integer.parseInt(args[1]));
    broker
        .failure()
        .thenAccept(
            reason -> {
              System.err.println("The broker stopped after a fatal fault: " + reason);
              Runtime.getRuntime().halt(1);
            });
    System.out.println(READY + broker.bootstrapServers());
    System.out.flush();
    while (System.in.read() >= 0) {
      // Nothing is said to a broker this way; the end of the input is what counts.
    }
    broker.close();
    System.exit(0);
  }

  private static EmbeddedBroker startOrExit(Path dataFolder, int port) {
    try {
      return EmbeddedBroker.start(dataFolder, port);
    } catch (EmbeddedStartException e) {
      System.err.println(e.getMessage());
      System.exit(1);
      throw e;
    }
  }
}
