package org.tensiometer.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tensiometer.embedded.BrokerMain;

/**
 * A broker in a JVM of its own, which can be killed as a machine would kill it. It ends when this
 * JVM ends, however that happens.
 */
public final class BrokerProcess implements AutoCloseable {

  private static final String LOG_FILE = "broker.log";
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final String bootstrapServers;

  private BrokerProcess(Process process, String bootstrapServers) {
    this.process = process;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker and returns when it serves.
   *
   * @param dataFolder holds what it knows, and its log {@code broker.log}
   * @param port 0 takes a free one
   * @throws IllegalStateException with what it said if it ends instead
   */
  public static BrokerProcess start(Path dataFolder, int port) {
    try {
      Files.createDirectories(dataFolder);
      Path log = dataFolder.resolve(LOG_FILE);
      Process process =
          new ProcessBuilder(command(dataFolder, port))
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new BrokerProcess(process, awaitReady(process, log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code 127.0.0.1:port}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  public int port() {
    return Integer.parseInt(bootstrapServers.substring(bootstrapServers.indexOf(':') + 1));
  }

  public long pid() {
    return process.pid();
  }

  /** Ends the process at once (SIGKILL) and returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    join();
  }

  /** Lets the broker stop cleanly; kills it if it does not. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (IOException e) {
      kill();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  private void join() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(Path dataFolder, int port) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-Xmx256m",
        "-Dlogback.configurationFile=org/tensiometer/testkit/broker-logback.xml",
        "-cp",
        classPath(),
        BrokerMain.class.getName(),
        dataFolder.toString(),
        Integer.toString(port));
  }

  // Surefire may start its JVM on a jar that only names the real class path.
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static String awaitReady(Process process, Path log) throws IOException {
    // Not closed: a broker that cannot print its output any more would be another broker.
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(BrokerMain.READY)) {
        return line.substring(BrokerMain.READY.length()).strip();
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException("The broker did not start:\n" + Files.readString(log));
  }
}
