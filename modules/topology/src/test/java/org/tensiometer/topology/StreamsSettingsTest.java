package org.tensiometer.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.tensiometer.topology.deadletter.RefusalGuard;
import org.tensiometer.wire.topics.Topics;

class StreamsSettingsTest {

  private static final Topics TOPICS = new Topics("desk", "g7", 3);

  @Test
  void shouldNameTheApplicationAfterPrefixAndGeneration() {
    assertThat(StreamsSettings.of(Map.of("state.dir", "s"), TOPICS))
        .containsEntry("application.id", "desk-g7")
        .containsEntry("processing.guarantee", "exactly_once_v2")
        .containsEntry("errors.dead.letter.queue.topic.name", "desk.dead-letters")
        .containsEntry("ensure.explicit.internal.resource.naming", true);
  }

  @Test
  void shouldLetTheOperatorChangeWhatIsADefaultAndPassOnWhatIsKafkas() {
    assertThat(
            StreamsSettings.of(
                Map.of(
                    "state.dir", "s", "commit.interval.ms", "5000", "consumer.fetch.min.bytes", 9),
                TOPICS))
        .containsEntry("commit.interval.ms", "5000")
        .containsEntry("consumer.fetch.min.bytes", 9);
  }

  @Test
  void shouldHoldOneGuardForAllPartsOfTheApplication() {
    Map<String, Object> settings = StreamsSettings.of(Map.of("state.dir", "s"), TOPICS);
    assertThat(RefusalGuard.of(settings)).isSameAs(RefusalGuard.of(settings));
  }

  @Test
  void shouldRefuseToWeakenAPromise() {
    assertThatThrownBy(
            () ->
                StreamsSettings.of(
                    Map.of("state.dir", "s", "processing.guarantee", "at_least_once"), TOPICS))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("processing.guarantee")
        .hasMessageContaining("exactly_once_v2");
  }

  @Test
  void shouldAcceptAFixedSettingGivenAsItIs() {
    assertThat(
            StreamsSettings.of(
                Map.of("state.dir", "s", "processing.guarantee", "exactly_once_v2"), TOPICS))
        .containsEntry("processing.guarantee", "exactly_once_v2");
  }

  @Test
  void shouldAskForAFolderThatOutlivesTheProcess() {
    assertThatThrownBy(() -> StreamsSettings.of(Map.of(), TOPICS))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("state.dir");
  }
}
