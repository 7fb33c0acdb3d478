package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.tensiometer.embedded.Loopback;
import org.tensiometer.testkit.Await;

/** {@code run} with the sample articles, started once in a JVM for all classes that ask for it. */
public final class SampleRun implements BeforeAllCallback {

  private static Running running;

  /** Address of the live view. */
  public static String view() {
    return running.found("Live view at (http://127\\.0\\.0\\.1:\\d+/)");
  }

  /** Kafka and the registry, by Kafka's and Confluent's names. */
  public static Map<String, String> config() {
    return Map.of(
        "bootstrap.servers",
        running.found("Kafka is at (\\S+),"),
        "schema.registry.url",
        running.found("the schema registry at ([^;\\s]+);"));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getStore(
                StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(SampleRun.class))
            .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
  }

  private static final class Running implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path folder;
    private final ShippedProcess run;
    private final String printed;

    Running() {
      try {
        folder = Files.createTempDirectory("sample-run");
        run =
            ShippedProcess.start(
                folder.resolve("run.log"),
                "run",
                "--data",
                folder.resolve("data").toString(),
                "--port",
                Integer.toString(Loopback.freePort()),
                "--registry-port",
                Integer.toString(Loopback.freePort()),
                "--view-port",
                "0");
        printed =
            Await.until(
                "the results of the samples",
                () -> {
                  String now = run.printed();
                  assertThat(run.isAlive()).as(now).isTrue();
                  return now;
                },
                text -> text.contains("Ctrl-C ends it"),
                PATIENCE);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    String found(String pattern) {
      Matcher matcher = Pattern.compile(pattern).matcher(printed);
      assertThat(matcher.find()).as(printed).isTrue();
      return matcher.group(1);
    }

    @Override
    public void close() throws IOException, InterruptedException {
      // Before its folder is removed.
      run.kill();
      Utils.delete(folder.toFile());
    }
  }
}
