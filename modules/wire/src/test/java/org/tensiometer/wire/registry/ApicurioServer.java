package org.tensiometer.wire.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Apicurio Registry as a process of its own, with its data in memory, on 127.0.0.1. */
final class ApicurioServer implements AutoCloseable {

  private static final String API = "/apis/ccompat/v7";
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String LOOPBACK = "127.0.0.1";
  private static final int ATTEMPTS = 3;

  private final Process process;
  private final String url;

  /** Starts the server that the build has unpacked and waits until it answers. */
  static ApicurioServer start() {
    // Another process may take a free port between its choice and its use, seconds later.
    for (int attempt = 1; ; attempt++) {
      try {
        return new ApicurioServer(Path.of(System.getProperty("apicurio.directory")), freePort());
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private ApicurioServer(Path home, int port) throws IOException {
    Path log = Path.of(System.getProperty("java.io.tmpdir")).resolve("apicurio-" + port + ".log");
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                    "-Dquarkus.http.host=" + LOOPBACK,
                    "-Dquarkus.http.port=" + port,
                    "-jar",
                    runner(home).toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    // Should this JVM be ended before close is called.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    url = "http://" + LOOPBACK + ':' + port + API;
    awaitAnswer(log);
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitAnswer(Path log) throws IOException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/subjects")).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IOException("What answers there is none of its");
        }
        Thread.sleep(100);
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          close();
          throw new IOException("Apicurio did not start: " + Files.readString(log), e);
        }
        sleepBriefly();
      } catch (InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while Apicurio was starting", e);
      }
    }
  }

  private static void sleepBriefly() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path runner(Path home) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(home, "*-runner.jar")) {
      return jars.iterator().next();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }
}
