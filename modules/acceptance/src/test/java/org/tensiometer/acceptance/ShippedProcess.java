package org.tensiometer.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The shipped launcher at work, as a user starts it. */
final class ShippedProcess implements AutoCloseable {

  private final Process process;
  private final Path output;

  private ShippedProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts it.
   *
   * @param output file that takes what it prints
   */
  static ShippedProcess start(Path output, String... arguments) throws IOException {
    Path launcher = Path.of(System.getProperty("tensiometer.launcher"));
    if (!Files.isExecutable(launcher)) {
      throw new IllegalStateException("No launcher at " + launcher);
    }
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(Map.of("TENSIOMETER_BUILD", "never"));
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new ShippedProcess(builder.start(), output);
  }

  /** Kills it as a power failure would; the launcher has replaced itself by Java. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end and returns its exit code; fails when it prints nothing new for minutes. */
  int awaitEnd() throws InterruptedException, IOException {
    long size = -1;
    int still = 0;
    while (!process.waitFor(1, TimeUnit.SECONDS)) {
      long now = Files.size(output);
      still = now == size ? still + 1 : 0;
      size = now;
      if (still > 240) {
        throw new AssertionError("No progress for four minutes:\n" + printed());
      }
    }
    return process.exitValue();
  }

  String printed() throws IOException {
    return Files.readString(output);
  }

  /** A port on 127.0.0.1 that nobody listens on now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
