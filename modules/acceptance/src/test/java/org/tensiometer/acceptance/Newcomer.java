package org.tensiometer.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.tensiometer.testkit.Await;

/**
 * A folder as someone has it who reads our documents, and the shell in it: the launcher, some files
 * of their own, the usual Kafka tools, and a cluster somewhere.
 *
 * <p>Addresses in commands become those of the cluster, since tests use free ports only. The files
 * are those named here; a command that needs another one has to be given it here.
 */
final class Newcomer {

  private static final String LAUNCHER = "tensiometer";
  private static final String GOES_ON = "Ctrl-C ends it";
  private static final List<Integer> STOPPED = List.of(0, 128 + 15);
  private static final int PATIENCE_SECONDS = 240;

  private final Path folder;
  private final Path tools;
  private final String bootstrapServers;
  private final String registryUrl;
  private int commands;

  /**
   * What a command did.
   *
   * @param exitCode 128 + 15 when it was stopped
   * @param printed to standard output and standard error
   */
  record Result(int exitCode, String printed) {}

  Newcomer(Path folder, String bootstrapServers, String registryUrl) throws IOException {
    this.folder = folder;
    this.tools = Files.createDirectory(folder.resolve("tools"));
    this.bootstrapServers = bootstrapServers;
    this.registryUrl = registryUrl;
    Path launcher = Path.of(System.getProperty("tensiometer.launcher"));
    Files.createSymbolicLink(folder.resolve(LAUNCHER), launcher);
    Files.createSymbolicLink(tools.resolve(LAUNCHER), launcher);
    java("kafka-console-consumer", "org.apache.kafka.tools.consumer.ConsoleConsumer");
    java("kafka-consumer-groups", "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand");
    java("kafka-avro-console-consumer", AvroConsole.class.getName());
    java("kcat", Kcat.class.getName());
    // The command that runs all tests is the one that runs this test; it cannot run in itself.
    tool("mvn", "[[ \"$*\" = '-B verify'* ]] && echo 'this is the build that is running'");
    files();
  }

  /**
   * Runs a command of a document. One that goes on until it is stopped is stopped once it is at
   * work; a subscriber once it has shown something.
   */
  Result run(String command) throws IOException, InterruptedException {
    Path output = folder.resolve("output-" + ++commands + ".log");
    Process process = start(command, output);
    try {
      return await(process, output, isSubscriber(command) ? PublishedFeed.PAIR : GOES_ON);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Starts a command of a document that goes on, and returns when it is at work. */
  Process leaveAtWork(String command) throws IOException {
    Path output = folder.resolve("output-" + ++commands + ".log");
    Process process = start(command, output);
    Await.until(
        command + " to be at work",
        () -> read(output),
        printed -> printed.contains(GOES_ON) || !process.isAlive(),
        Duration.ofSeconds(PATIENCE_SECONDS));
    if (!process.isAlive()) {
      throw new AssertionError(command + " has ended:\n" + read(output));
    }
    return process;
  }

  private Process start(String command, Path output) throws IOException {
    String here =
        command
            .replaceAll("http://(127\\.0\\.0\\.1|localhost|registry):8081", registryUrl)
            .replaceAll("(127\\.0\\.0\\.1|localhost|broker):9092", bootstrapServers)
            .replaceAll("--metrics-port \\d+", "--metrics-port 0");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-c", here.contains("|") ? here : "exec " + here);
    shell.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    Map<String, String> environment = shell.environment();
    environment.keySet().removeIf(name -> name.startsWith("TENSIOMETER_"));
    environment.put("PATH", tools + ":" + environment.get("PATH"));
    environment.put("TENSIOMETER_BUILD", "never");
    environment.put("TENSIOMETER_JAVA_OPTS", ShippedProcess.JAVA_OPTIONS);
    environment.put("TENSIOMETER_KAFKA_PORT", "0");
    environment.put("TENSIOMETER_REGISTRY_PORT", "0");
    environment.put("TENSIOMETER_VIEW_PORT", "0");
    environment.put("TENSIOMETER_BOOTSTRAP_SERVERS", bootstrapServers);
    environment.put("TENSIOMETER_SCHEMA_REGISTRY_URL", registryUrl);
    return shell.start();
  }

  private static boolean isSubscriber(String command) {
    return command.startsWith("kafka-")
        || command.startsWith("kcat ")
        || command.contains(LAUNCHER + " watch");
  }

  private static Result await(Process process, Path output, String enough)
      throws IOException, InterruptedException {
    String printed = "";
    int still = 0;
    while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
      String now = read(output);
      if (now.contains(enough)) {
        process.destroy();
        int code = process.waitFor();
        return new Result(STOPPED.contains(code) ? 0 : code, read(output));
      }
      still = now.equals(printed) ? still + 1 : 0;
      printed = now;
      if (still > PATIENCE_SECONDS * 5) {
        throw new AssertionError("It neither ends nor says \"" + enough + "\":\n" + printed);
      }
    }
    return new Result(process.exitValue(), read(output));
  }

  // The console consumer prints bytes that are no text.
  private static String read(Path output) throws IOException {
    return Files.readString(output, StandardCharsets.ISO_8859_1);
  }

  private void files() throws IOException {
    String article = "Norway imposed sanctions on Belarus on Thursday. Belarus condemned Norway.\n";
    String line =
        "{\"id\": \"n1\", \"published\": \"2023-03-05\", \"body\": \"" + article.strip() + "\"}\n";
    String events =
        "date\tsource\ttarget\tevent\tgoldstein\n2024-06-21\tNOR\tBLR\tSANCTION\t-8.0\n";
    for (String name : List.of("my-article.txt", "article.txt")) {
      Files.writeString(folder.resolve(name), article);
    }
    for (String name : List.of("articles.jsonl", "news.jsonl")) {
      Files.writeString(folder.resolve(name), line);
    }
    Files.writeString(folder.resolve("events.tsv"), events);
    gzip("news.jsonl.gz", line);
    gzip("events.tsv.gz", events);
    Files.writeString(folder.resolve("client.properties"), "security.protocol=PLAINTEXT\n");
    Files.writeString(
        folder.resolve("routes.json"),
        """
        {"routes": [{"name": "caucasus", "pairs": ["ARM-AZE"]}]}
        """);
  }

  private void gzip(String name, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void java(String name, String mainClass) throws IOException {
    tool(
        name,
        "exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\""
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                mainClass));
  }

  private void tool(String name, String script) throws IOException {
    Path tool = Files.writeString(tools.resolve(name), "#!/usr/bin/env bash\n" + script + "\n");
    if (!tool.toFile().setExecutable(true)) {
      throw new IOException(tool + " cannot be made executable");
    }
  }
}
