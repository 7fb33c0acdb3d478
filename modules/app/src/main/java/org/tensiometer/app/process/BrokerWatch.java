package org.tensiometer.app.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensiometer.app.Console;
import org.tensiometer.app.UserError;
import org.tensiometer.embedded.EmbeddedStack;

/**
 * Ends the process when the broker in it has met a fatal fault, such as a full disk. Without a
 * broker nothing can be closed in order, and clients would wait for it for minutes; the next run
 * recovers as after kill -9.
 */
public final class BrokerWatch {

  private static final long MEBIBYTE = 1024 * 1024;

  private BrokerWatch() {}

  /** From now on a fatal fault ends the process with one sentence and exit code 2. */
  public static void start(EmbeddedStack stack, Path data, Console console) {
    stack
        .failure()
        .thenAccept(
            reason -> {
              console.progress("tensiometer: " + sentence(data, reason));
              Runtime.getRuntime().halt(UserError.ENVIRONMENT);
            });
  }

  static String sentence(Path data, String reason) {
    return "Kafka has stopped ("
        + reason
        + "); its data folder "
        + data
        + " has "
        + free(data)
        + " of free space, and tensiometer.log in it says more. What was published is safe: the"
        + " same command again goes on";
  }

  private static String free(Path data) {
    try {
      return Files.getFileStore(data).getUsableSpace() / MEBIBYTE + " MiB";
    } catch (IOException e) {
      return "an unknown amount";
    }
  }
}
