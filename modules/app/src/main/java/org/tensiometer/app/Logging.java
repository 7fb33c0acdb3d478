package org.tensiometer.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import java.util.Iterator;
import org.slf4j.LoggerFactory;

/** Where log messages go, and in which form. */
public final class Logging {

  private static final String TO_FOLDER = "/org/tensiometer/app/logback-folder.xml";

  /** What a command tells its user; only in JSON it is part of the log. */
  private static final String TELLING = "tensiometer";

  private Logging() {}

  /** Everything to {@code tensiometer.log} in this folder, only our own errors to the console. */
  public static void toFolder(Path folder) {
    LoggerContext context = context();
    boolean json = isJson();
    context.reset();
    context.putProperty("folder", folder.toAbsolutePath().toString());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    try {
      configurator.doConfigure(Logging.class.getResource(TO_FOLDER));
    } catch (JoranException e) {
      throw new IllegalStateException("The logging configuration in the jar is wrong", e);
    }
    if (json) {
      asJson();
    }
  }

  /** One JSON object a line from now on, also of what a command tells its user. */
  public static void asJson() {
    if (isJson()) {
      return;
    }
    LoggerContext context = context();
    for (Logger logger : context.getLoggerList()) {
      for (Iterator<Appender<ILoggingEvent>> all = logger.iteratorForAppenders(); all.hasNext(); ) {
        if (all.next() instanceof OutputStreamAppender<ILoggingEvent> appender) {
          appender.setEncoder(encoder(context));
        }
      }
    }
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder(context));
    console.start();
    Logger telling = context.getLogger(TELLING);
    telling.setLevel(Level.INFO);
    telling.setAdditive(false);
    telling.addAppender(console);
  }

  static boolean isJson() {
    return context().getLogger(TELLING).iteratorForAppenders().hasNext();
  }

  static void progress(String line) {
    context().getLogger(TELLING).info("{}", line);
  }

  /**
   * @param fault null if its stack trace is not to be shown
   */
  static void failure(String line, Exception fault) {
    context().getLogger(TELLING).error("{}", line, fault);
  }

  private static JsonEncoder encoder(LoggerContext context) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithContext(false);
    encoder.setWithSequenceNumber(false);
    encoder.start();
    return encoder;
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }
}
