package org.tensiometer.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs a broker in a JVM of its own: {@code BrokerMain <data folder> <port>}, or one of several
 * with {@code <node id> <cluster id> <id>@<controller port>,...} behind.
 *
 * <p>Prints {@value #READY} and the address when it serves, or one sentence on standard error and
 * exits with 1. It stops when its standard input ends, so that it never outlives its parent.
 */
public final class BrokerMain {

  /** What the line starts with that says that the broker serves; its address follows. */
  public static final String READY = "broker ready on ";

  private static final int ALONE = 2;
  private static final int OF_SEVERAL = 5;

  private BrokerMain() {}

  public static void main(String[] args) throws IOException {
    if (args.length != ALONE && args.length != OF_SEVERAL) {
      System.err.println(
          "Usage: BrokerMain <data folder> <port, 0 for any free one>"
              + " [<node id> <cluster id> <id>@<controller port>,...]");
      System.exit(2);
    }
    EmbeddedBroker broker = startOrExit(args);
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

  private static EmbeddedBroker startOrExit(String[] args) {
    Path dataFolder = Path.of(args[0]);
    int port = Integer.parseInt(args[1]);
    try {
      return args.length == ALONE
          ? EmbeddedBroker.start(dataFolder, port)
          : EmbeddedBroker.start(
              dataFolder,
              port,
              new QuorumMember(Integer.parseInt(args[2]), args[3], controllers(args[4])),
              Map.of());
    } catch (EmbeddedStartException e) {
      System.err.println(e.getMessage());
      System.exit(1);
      throw e;
    }
  }

  private static Map<Integer, Integer> controllers(String list) {
    return Arrays.stream(list.split(","))
        .map(node -> node.split("@"))
        .collect(Collectors.toMap(node -> Integer.valueOf(node[0]), n -> Integer.valueOf(n[1])));
  }
}
