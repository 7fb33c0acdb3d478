package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.embedded.EmbeddedStack;
import org.tensiometer.embedded.Ports;
import org.tensiometer.testkit.Await;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.Topics;

/**
 * The image, built from the shipped jar and started as Compose starts it: each part a container
 * without privileges on a read-only file system. Skipped unless {@code
 * -Dtensiometer.image=required} asks for it; it needs a Docker engine on this machine. {@code
 * -Dtensiometer.image.base} names the base image where the one of the Dockerfile cannot be fetched.
 */
class ImageIT {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final String IMAGE = "tensiometer:smoke";
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final List<String> CONTAINERS = new ArrayList<>();

  @TempDir private static Path folder;
  private static EmbeddedStack stack;

  @BeforeAll
  static void build() throws Exception {
    assumeTrue(
        "required".equals(System.getProperty("tensiometer.image")),
        "-Dtensiometer.image=required builds the image and starts it");
    Path context = Files.createDirectory(folder.resolve("context"));
    Path launcher = Path.of(System.getProperty("tensiometer.launcher"));
    Files.copy(launcher, context.resolve("tensiometer"));
    Files.copy(
        launcher.resolveSibling("modules/app/target/tensiometer.jar"),
        context.resolve("tensiometer.jar"));
    convertModels(context.resolve("models"));
    List<String> build =
        new ArrayList<>(
            List.of("docker", "build", "-t", IMAGE, "--build-arg", "PARTS=prebuilt", "-f"));
    build.add(ROOT.resolve("deploy/Dockerfile").toString());
    String base = System.getProperty("tensiometer.image.base");
    if (base != null) {
      build.addAll(List.of("--build-arg", "BASE_IMAGE=" + base));
    }
    build.add(context.toString());
    run(Map.of("DOCKER_BUILDKIT", "1"), build);
    stack = EmbeddedStack.start(folder.resolve("data"), Ports.FREE);
  }

  @AfterAll
  static void stop() throws Exception {
    if (!CONTAINERS.isEmpty()) {
      List<String> remove = new ArrayList<>(List.of("docker", "rm", "--force"));
      remove.addAll(CONTAINERS);
      run(Map.of(), remove);
    }
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void shouldRaiseTheAlertOfAFeedThatItsContainersTakeIn() throws Exception {
    Path articles = Files.createDirectory(folder.resolve("articles"));
    Feed.write(articles.resolve("feed.jsonl"), 6);
    start("stream", "--tmpfs", "/var/lib/tensiometer:uid=10001", "--", "stream");
    start("sink", "--", "sink", "alerts");
    String ingest = start("ingest", "-v", articles + ":/articles:ro", "--", "ingest", "/articles");
    assertThat(docker("wait", ingest)).as(docker("logs", ingest)).isEqualTo("0");

    List<String> pairs =
        Await.until(
            "an open alert", ImageIT::pairsOfOpenAlerts, found -> !found.isEmpty(), PATIENCE);
    assertThat(pairs).contains(PublishedFeed.PAIR);
  }

  @Test
  void shouldEndInOrderWhenTheEngineStopsIt() throws Exception {
    String container = start("view", "--", "view", "--view-port", "0");
    Await.until(
        "the view",
        () -> docker("logs", container),
        text -> text.contains("Ctrl-C ends it"),
        PATIENCE);
    docker("stop", "--time", "30", container);
    // 137 would be the end by force.
    assertThat(docker("inspect", "--format", "{{.State.ExitCode}}", container))
        .isIn("0", "143", "130");
  }

  /** Starts a container; behind two hyphens stands the command of the program. */
  private static String start(String name, String... arguments) throws Exception {
    int split = Arrays.asList(arguments).indexOf("--");
    List<String> command =
        new ArrayList<>(
            List.of(
                "docker",
                "run",
                "--detach",
                "--name",
                "tensiometer-smoke-" + name,
                "--network",
                "host",
                "--read-only",
                "--tmpfs",
                "/tmp:exec",
                "--cap-drop",
                "ALL",
                "--security-opt",
                "no-new-privileges:true",
                "--env",
                "TENSIOMETER_BOOTSTRAP_SERVERS=" + stack.bootstrapServers(),
                "--env",
                "TENSIOMETER_SCHEMA_REGISTRY_URL=" + stack.registryUrl()));
    command.addAll(Arrays.asList(arguments).subList(0, split));
    command.add(IMAGE);
    command.addAll(Arrays.asList(arguments).subList(split + 1, arguments.length));
    CONTAINERS.add("tensiometer-smoke-" + name);
    return run(Map.of(), command).strip();
  }

  private static String docker(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return run(Map.of(), command).strip();
  }

  private static List<String> pairsOfOpenAlerts() {
    Map<String, String> config =
        Map.of(
            "bootstrap.servers",
            stack.bootstrapServers(),
            "schema.registry.url",
            stack.registryUrl());
    List<String> pairs = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = TopicContents.consumer(config, "smoke");
        var values = new AvroSerdes(config).valueDeserializer(TensionAlert.class)) {
      TopicContents.<String>read(
          consumer,
          Topics.withDefaults().liveAlerts().name(),
          record -> {
            if (record.value() != null) {
              pairs.add(values.deserialize(record.topic(), record.value()).getPair());
            }
          });
    }
    return pairs;
  }

  private static void convertModels(Path models) throws Exception {
    Path sentence = Files.writeString(folder.resolve("sentence.txt"), "France thanked Germany.\n");
    run(
        Map.of("TENSIOMETER_BUILD", "never", "TENSIOMETER_CACHE", models.toString()),
        List.of(
            System.getProperty("tensiometer.launcher"),
            "claims",
            "--published",
            "2024-01-01",
            "--outlet",
            "None",
            sentence.toString()));
  }

  private static String run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as("%s%n%s", command, printed).isZero();
    return printed;
  }
}
