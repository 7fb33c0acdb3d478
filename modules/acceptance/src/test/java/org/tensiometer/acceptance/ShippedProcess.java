package org.tensiometer.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The shipped launcher at work, as a user starts it. */
public final class ShippedProcess implements AutoCloseable {

  /**
   * Most of them end before the slower of the two compilers would have paid for itself. Supervisors
   * grant ten seconds to end; the machine of a test may be busier than theirs, but no end waits for
   * the half minute after which a client gives up on brokers.
   */
  public static final String JAVA_OPTIONS =
      "-XX:TieredStopAtLevel=1 -Dtensiometer.shutdown.seconds=25";

  private static final Map<String, String> ENVIRONMENT =
      Map.of("TENSIOMETER_BUILD", "never", "TENSIOMETER_JAVA_OPTS", JAVA_OPTIONS);

  private static final long GRACE_SECONDS = 60;

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
  public static ShippedProcess start(Path output, String... arguments) throws IOException {
    return start(output, Map.of(), List.of(arguments));
  }

  /**
   * Starts it with more variables.
   *
   * @param output file that takes what it prints, behind what it holds
   */
  public static ShippedProcess start(
      Path output, Map<String, String> environment, List<String> arguments) throws IOException {
    Path launcher = Path.of(System.getProperty("tensiometer.launcher"));
    if (!Files.isExecutable(launcher)) {
      throw new IllegalStateException("No launcher at " + launcher);
    }
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // What whoever runs the tests has set is not part of them.
    builder.environment().keySet().removeIf(name -> name.startsWith("TENSIOMETER_"));
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().putAll(environment);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    return new ShippedProcess(builder.start(), output);
  }

  /** Kills it as a power failure would; the launcher has replaced itself by Java. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Takes the processor away from it (SIGSTOP), as a paused virtual machine does. */
  public void suspend() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on (SIGCONT). */
  public void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IllegalStateException("Process " + process.pid() + " takes no SIG" + name);
    }
  }

  /**
   * Asks it to end (SIGTERM), as supervisors do, and returns its exit code, which is 143 when it
   * has not ended in order within its own patience; fails when it goes on.
   */
  public int terminate() throws InterruptedException, IOException {
    process.destroy();
    if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("Goes on " + GRACE_SECONDS + " s after SIGTERM:\n" + printed());
    }
    return process.exitValue();
  }

  /** Memory of it that is in use, heap and all else, in MiB (Linux). */
  public long residentMebibytes() throws IOException {
    String line =
        Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
            .filter(told -> told.startsWith("VmRSS:"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end and returns its exit code; fails when it prints nothing new for minutes. */
  public int awaitEnd() throws InterruptedException, IOException {
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

  public String printed() throws IOException {
    return Files.readString(output);
  }

  /** Kills it and returns when it is gone: what it writes to may be removed then. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
