package org.tensiometer.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.tensiometer.embedded.BrokerMain;
import org.tensiometer.embedded.QuorumMember;

/**
 * A broker in a JVM of its own, which can be killed as a machine would kill it. It ends when this
 * JVM ends, however that happens.
 */
public final class BrokerProcess implements AutoCloseable {

  private static final String LOG_FILE = "broker.log";
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final Path log;
  private String bootstrapServers;

  private BrokerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a broker that is alone in its cluster and returns when it serves.
   *
   * @param dataFolder holds what it knows, and its log {@code broker.log}
   * @param port 0 takes a free one
   * @throws IllegalStateException with what it said if it ends instead
   */
  public static BrokerProcess start(Path dataFolder, int port) {
    BrokerProcess broker = launch(dataFolder, port);
    broker.awaitReady();
    return broker;
  }

  /** As {@link #start}, and returns at once. */
  static BrokerProcess launch(Path dataFolder, int port) {
    return launch(dataFolder, List.of(Integer.toString(port)));
  }

  /** Starts one of several brokers and returns at once. */
  static BrokerProcess launch(Path dataFolder, int port, QuorumMember member) {
    return launch(
        dataFolder,
        List.of(
            Integer.toString(port),
            Integer.toString(member.nodeId()),
            member.clusterId(),
            member.controllerPorts().entrySet().stream()
                .map(node -> node.getKey() + "@" + node.getValue())
                .collect(Collectors.joining(","))));
  }

  private static BrokerProcess launch(Path dataFolder, List<String> arguments) {
    try {
      Files.createDirectories(dataFolder);
      Path log = dataFolder.resolve(LOG_FILE);
      return new BrokerProcess(
          new ProcessBuilder(command(dataFolder, arguments))
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start(),
          log);
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

  private static List<String> command(Path dataFolder, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xmx256m",
            "-Dlogback.configurationFile=org/tensiometer/testkit/broker-logback.xml",
            "-cp",
            classPath(),
            BrokerMain.class.getName(),
            dataFolder.toString()));
    command.addAll(arguments);
    return command;
  }

  // Surefire may start its JVM on a jar that only names the real class path.
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /**
   * Returns when the broker serves.
   *
   * @throws IllegalStateException with what it said if it ends instead
   */
  void awaitReady() {
    // Not closed: a broker that cannot print its output any more would be another broker.
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(BrokerMain.READY)) {
          bootstrapServers = line.substring(BrokerMain.READY.length()).strip();
          return;
        }
      }
      process.destroyForcibly();
      throw new IllegalStateException("The broker did not start:\n" + Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
