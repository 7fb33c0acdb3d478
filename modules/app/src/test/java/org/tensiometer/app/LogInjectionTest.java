package org.tensiometer.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.status.NopStatusListener;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Titles and ids of articles are the words of others, also where they stand in our lines. */
class LogInjectionTest {

  private static final String TITLE =
      "Peace\n12:00:00 ERROR o.t.Auth: the password is wrong\r\u001b[2J\u001b]0;owned\u0007"
          + "\u0085\u009b2J\u2028";

  @Test
  void shouldKeepAMessageOnItsLineInTheLogOfAProcess() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      warn("/logback.xml", null);
    } finally {
      System.setErr(before);
    }
    assertOneHarmlessLine(printed.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void shouldKeepAMessageOnItsLineInTheLogOfAFolder(@TempDir Path folder) throws Exception {
    warn("/org/tensiometer/app/logback-folder.xml", folder);
    assertOneHarmlessLine(Files.readAllLines(folder.resolve("tensiometer.log")));
  }

  @Test
  void shouldTellProgressInOneLine() {
    StringWriter err = new StringWriter();
    new Console(
            InputStream.nullInputStream(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(err))
        .progress("feed.jsonl:3: no article: " + TITLE);
    assertOneHarmlessLine(err.toString().lines().toList());
  }

  private static void warn(String configuration, Path folder) throws Exception {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.getStatusManager().add(new NopStatusListener());
    if (folder != null) {
      context.putProperty("folder", folder.toString());
    }
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LogInjectionTest.class.getResource(configuration));
    context.getLogger("org.tensiometer.Test").warn("Dead letter: {}", TITLE);
    context.stop();
  }

  private static void assertOneHarmlessLine(List<String> lines) {
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .contains("Peace 12:00:00 ERROR o.t.Auth: the password is wrong")
        .doesNotContain("\u001b", "\u0007", "\u0085", "\u009b", "\u2028");
  }
}
