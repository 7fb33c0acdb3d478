package org.tensiometer.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.LoggerFactory;
import org.tensiometer.app.command.BacktestCommand;
import org.tensiometer.app.command.ClaimsCommand;
import org.tensiometer.app.command.ClockCommand;
import org.tensiometer.app.command.ConfigCommand;
import org.tensiometer.app.command.DeadLettersCommand;
import org.tensiometer.app.command.EraseCommand;
import org.tensiometer.app.command.ExplainCommand;
import org.tensiometer.app.command.IngestCommand;
import org.tensiometer.app.command.LateCommand;
import org.tensiometer.app.command.LexiconCommand;
import org.tensiometer.app.command.ReplayCommand;
import org.tensiometer.app.command.ResetCommand;
import org.tensiometer.app.command.RunCommand;
import org.tensiometer.app.command.SinkCommand;
import org.tensiometer.app.command.StreamCommand;
import org.tensiometer.app.command.TopicsCommand;
import org.tensiometer.app.command.ViewCommand;
import org.tensiometer.app.command.WatchCommand;
import org.tensiometer.app.process.Shutdown;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The command line. Exit codes: 0 done, 1 nothing could be read, 2 wrong use or environment. */
@Command(
    name = "tensiometer",
    mixinStandardHelpOptions = true,
    versionProvider = Tensiometer.Version.class,
    description = "Tension between countries, from the news, with every claim behind it.",
    footer = {
      "",
      "Example:",
      "  tensiometer run",
      "Each command has its own --help with an example."
    })
public final class Tensiometer {

  @Option(
      names = "--debug",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show the stack trace behind an error.")
  private boolean debug;

  private static final int HELP_WIDTH = 100;

  private final Console console;

  private Tensiometer(Console console) {
    this.console = console;
  }

  /** Variables of the process. */
  public Map<String, String> environment() {
    return console.environment();
  }

  public static void main(String[] args) {
    // Not System.out, which keeps to itself that nobody reads it any more.
    PrintWriter out = utf8(new FileOutputStream(FileDescriptor.out));
    PrintWriter err = utf8(System.err);
    Map<String, String> environment = System.getenv();
    Screen screen = Screen.of(environment, System.getProperty(Screen.COLUMNS));
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, fault) -> {
          if (fault instanceof OutOfMemoryError) {
            err.println("tensiometer: " + Memory.exhausted());
            err.flush();
            // What the thread held is lost, and others wait for it.
            Runtime.getRuntime().halt(UserError.ENVIRONMENT);
          }
          LoggerFactory.getLogger(Tensiometer.class)
              .error("Thread {} ended: {}", thread.getName(), fault.toString(), fault);
        });
    int exitCode = execute(args, new Console(System.in, out, err, environment, screen));
    Shutdown.exit(exitCode);
  }

  /** The command line with all commands. */
  public static CommandLine commandLine(Console console) {
    Tensiometer root = new Tensiometer(console);
    return new CommandLine(root)
        .addSubcommand(new RunCommand(console))
        .addSubcommand(new ClaimsCommand(console))
        .addSubcommand(new IngestCommand(console))
        .addSubcommand(new StreamCommand(console))
        .addSubcommand(new ClockCommand(console))
        .addSubcommand(new SinkCommand(console))
        .addSubcommand(new WatchCommand(console))
        .addSubcommand(new ViewCommand(console))
        .addSubcommand(new ExplainCommand(console))
        .addSubcommand(new BacktestCommand(console))
        .addSubcommand(new ConfigCommand(console))
        .addSubcommand(new LexiconCommand(console))
        .addSubcommand(new DeadLettersCommand(console))
        .addSubcommand(new LateCommand(console))
        .addSubcommand(new EraseCommand(console))
        .addSubcommand(ReplayCommand.commandLine(console))
        .addSubcommand(new ResetCommand(console))
        .addSubcommand(new TopicsCommand(console))
        .setOut(console.out())
        .setErr(console.err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(console.screen().colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.min(console.screen().width(), HELP_WIDTH))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((fault, arguments) -> wrongUse(fault, console))
        .setExecutionExceptionHandler((fault, command, parsed) -> root.report(fault, console));
  }

  /** Runs one command and returns its exit code. */
  public static int execute(String[] args, Console console) {
    CommandLine commandLine = commandLine(console);
    if (args.length == 0) {
      commandLine.usage(console.err());
      return UserError.ENVIRONMENT;
    }
    int exitCode;
    try {
      exitCode = commandLine.execute(args);
    } catch (OutOfMemoryError e) {
      exitCode = outOfMemory(console);
    }
    console.out().flush();
    console.err().flush();
    return exitCode;
  }

  private static int outOfMemory(Console console) {
    console.progress("tensiometer: " + Memory.exhausted());
    return UserError.ENVIRONMENT;
  }

  private static int wrongUse(CommandLine.ParameterException fault, Console console) {
    String command = fault.getCommandLine().getCommandSpec().qualifiedName();
    console
        .err()
        .println("tensiometer: " + fault.getMessage() + " (" + command + " --help explains)");
    return UserError.ENVIRONMENT;
  }

  private int report(Exception fault, Console console) {
    console.out().flush();
    if (Shutdown.isAsked() && isInterruption(fault)) {
      return Shutdown.exitCode();
    }
    console.failure("tensiometer: " + UserError.sentence(fault), debug ? fault : null);
    return fault instanceof UserError error ? error.exitCode() : UserError.ENVIRONMENT;
  }

  /** Also of what was made of an interruption by who waited for brokers. */
  private static boolean isInterruption(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException || cause instanceof InterruptException) {
        return true;
      }
    }
    return false;
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
  }

  /** Version from the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Tensiometer.class.getPackage().getImplementationVersion();
      return new String[] {"tensiometer " + (version == null ? "(from classes)" : version)};
    }
  }
}
