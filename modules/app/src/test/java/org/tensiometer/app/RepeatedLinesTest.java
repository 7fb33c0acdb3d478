package org.tensiometer.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

class RepeatedLinesTest {

  private static final String RETRIES =
      "Got error produce response with correlation id {} on topic-partition {}, retrying. Error: {}";

  private final AtomicLong nanos = new AtomicLong();
  private final LoggerContext context = new LoggerContext();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private Logger sender;

  @BeforeEach
  void configure() {
    RepeatedLines filter = new RepeatedLines(nanos::get);
    filter.start();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.addTurboFilter(filter);
    lines.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(lines);
    sender = context.getLogger("org.apache.kafka.clients.producer.internals.Sender");
  }

  @Test
  void shouldSayOfThousandsOfLinesThatDifferInNumbersHowManyThereAre() {
    for (int i = 0; i < 5_000; i++) {
      sender.warn(RETRIES, i, "claims-" + i % 4, "OUT_OF_ORDER_SEQUENCE_NUMBER");
    }

    assertThat(lines.list).hasSize(9);
    assertThat(said())
        .contains("10 lines like the next one, the others left out")
        .contains("1000 lines like the next one, the others left out")
        .last()
        .isEqualTo(
            "Got error produce response with correlation id 999 on topic-partition claims-3,"
                + " retrying. Error: OUT_OF_ORDER_SEQUENCE_NUMBER");
  }

  @Test
  void shouldLetPassWhatSaysSomethingElseInTheMiddleOfMany() {
    for (int i = 0; i < 100; i++) {
      sender.warn(RETRIES, i, "claims-0", "OUT_OF_ORDER_SEQUENCE_NUMBER");
    }
    sender.warn(RETRIES, 7, "claims-0", "NOT_ENOUGH_REPLICAS");
    sender.error(RETRIES, 7, "claims-0", "OUT_OF_ORDER_SEQUENCE_NUMBER");
    sender.warn(RETRIES, 7, "ticks-0", "OUT_OF_ORDER_SEQUENCE_NUMBER");
    sender.warn("Refused", new IllegalStateException("first"));
    sender.warn("Refused", new IllegalStateException("second"));

    assertThat(lines.list).hasSize(3 + 2 + 2 + 5);
  }

  @Test
  void shouldBeginAnewAfterACalmMinuteAndKeepNothingBackThatIsOurs() {
    for (int i = 0; i < 9; i++) {
      sender.warn("Refused {}", i);
    }
    nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    sender.warn("Refused {}", 9);
    assertThat(said()).containsExactly("Refused 0", "Refused 1", "Refused 2", "Refused 9");

    Logger own = context.getLogger("org.tensiometer.Test");
    for (int i = 0; i < 9; i++) {
      own.warn("Dead letter {}", i);
    }
    assertThat(lines.list).hasSize(4 + 9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/logback.xml", "/org/tensiometer/app/logback-folder.xml"})
  void shouldStandInEveryConfigurationOfLogging(String configuration) throws Exception {
    LoggerContext configured = new LoggerContext();
    configured.setMDCAdapter(new LogbackMDCAdapter());
    configured.putProperty("folder", "target");
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(configured);
    configurator.doConfigure(getClass().getResource(configuration));
    assertThat(configured.getTurboFilterList()).hasAtLeastOneElementOfType(RepeatedLines.class);
    configured.stop();
  }

  private List<String> said() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
