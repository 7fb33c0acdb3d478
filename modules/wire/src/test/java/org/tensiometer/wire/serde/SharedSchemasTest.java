package org.tensiometer.wire.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.Tick;
import org.tensiometer.wire.registry.RegistryFacade;
import org.tensiometer.wire.registry.RegistryUnavailableException;

/**
 * What one serde of a process knows, the others know too, as long as they ask the same registry.
 */
class SharedSchemasTest {

  private static final Tick TICK =
      new Tick(
          Instant.parse("2024-06-21T12:00:00Z"), ClockSource.DATA, LocalDate.parse("2024-01-01"));

  private final RegistryFacade registry = RegistryFacade.start();
  private AvroSerdes first;
  private byte[] bytes;

  @BeforeEach
  void writeOnceAndLoseTheRegistry() {
    first = new AvroSerdes(settings());
    bytes = first.valueSerializer(Tick.class).serialize("t", TICK);
    registry.close();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void shouldWriteAndReadWhileTheRegistryIsAwayWhatAnotherSerdeOfTheProcessHasWritten() {
    assertThat(first.valueSerializer(Tick.class).serialize("t", TICK)).isEqualTo(bytes);

    AvroSerdes second = new AvroSerdes(settings());
    assertThat(second.valueSerializer(Tick.class).serialize("t", TICK)).isEqualTo(bytes);
    assertThat(second.valueDeserializer(Tick.class).deserialize("t", bytes)).isEqualTo(TICK);
  }

  @Test
  void shouldStillWaitForTheRegistryWithASchemaThatNoneOfThemKnows() {
    assertThatThrownBy(() -> first.valueSerializer(Tick.class).serialize("other", TICK))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void shouldNotTakeWhatIsKnownByOtherCredentials() {
    Map<String, Object> others = settings();
    others.put("basic.auth.credentials.source", "USER_INFO");
    others.put("basic.auth.user.info", "ann:secret");

    assertThatThrownBy(
            () -> new AvroSerdes(others).valueSerializer(Tick.class).serialize("t", TICK))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("schema.registry.url", registry.url());
    settings.put("max.retries", 0);
    return settings;
  }
}
