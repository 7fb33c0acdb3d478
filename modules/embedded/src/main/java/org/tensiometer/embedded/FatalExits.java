package org.tensiometer.embedded;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;

/**
 * A broker that meets a fatal fault ends its process. Here the process is not only the broker's, so
 * Kafka's exits become a report to those who started brokers; without any, they stay exits.
 */
final class FatalExits {

  private static final Set<Consumer<String>> LISTENERS = ConcurrentHashMap.newKeySet();

  private FatalExits() {}

  /** From now on this listener hears the sentence with which Kafka would have ended the JVM. */
  static synchronized void listen(Consumer<String> listener) {
    LISTENERS.add(listener);
    Exit.setExitProcedure((status, message) -> fatal(status, message, Runtime.getRuntime()::exit));
    Exit.setHaltProcedure((status, message) -> fatal(status, message, Runtime.getRuntime()::halt));
  }

  static void forget(Consumer<String> listener) {
    LISTENERS.remove(listener);
  }

  private static void fatal(int status, String message, java.util.function.IntConsumer otherwise) {
    if (LISTENERS.isEmpty()) {
      otherwise.accept(status);
    }
    String reason = message == null ? "exit status " + status : message;
    LISTENERS.forEach(listener -> listener.accept(reason));
    throw new BrokerHalted(reason);
  }

  /** Ends the thread that must not go on after a fatal fault. */
  static final class BrokerHalted extends Error {

    private static final long serialVersionUID = 1L;

    BrokerHalted(String reason) {
      super(reason);
    }
  }
}
