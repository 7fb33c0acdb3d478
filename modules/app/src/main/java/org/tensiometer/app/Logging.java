package org.tensiometer.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where log messages go. */
public final class Logging {

  private static final String TO_FOLDER = "/org/tensiometer/app/logback-folder.xml";

  private Logging() {}

  /** Everything to {@code tensiometer.log} in this folder, only our own errors to the console. */
  public static void toFolder(Path folder) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.putProperty("folder", folder.toAbsolutePath().toString());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    try {
      configurator.doConfigure(Logging.class.getResource(TO_FOLDER));
    } catch (JoranException e) {
      throw new IllegalStateException("The logging configuration in the jar is wrong", e);
    }
  }
}
