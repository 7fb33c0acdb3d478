package org.tensiometer.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  @Test
  void shouldReportAFatalFaultAndNotEndTheJvm(@TempDir Path folder) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
    // What Kafka calls when its log folder fails.
    assertThatThrownBy(() -> Exit.halt(1, "log folder failed")).isInstanceOf(Error.class);
    assertThat(broker.failure().get(1, TimeUnit.MINUTES)).isEqualTo("log folder failed");
    broker.close();
    DataFolderLock.take(folder).close();
  }

  @Test
  void shouldNeitherCreateTopicsThatNobodyOrderedNorForgetTheOffsetsOfAnApplicationThatRests(
      @TempDir Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      assertThat(settingOf(admin, "auto.create.topics.enable")).contains("false");
      assertThat(settingOf(admin, "offsets.retention.minutes"))
          .contains(Integer.toString(Integer.MAX_VALUE));
    }
  }

  @Test
  void shouldNameTheTakenPortAndGiveTheDataFolderBack(@TempDir Path folder) throws Exception {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(Loopback.address(0));
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> EmbeddedBroker.start(folder, port))
          .isInstanceOf(EmbeddedStartException.class)
          .hasMessage("Port %d of 127.0.0.1 is taken; choose another port for the broker", port);
    }
    DataFolderLock.take(folder).close();
  }

  @Test
  void shouldSayInOneSentenceThatASettingIsWrong(@TempDir Path folder) {
    assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0, Map.of("num.io.threads", "several")))
        .isInstanceOf(EmbeddedStartException.class)
        .hasMessageContaining("num.io.threads");
    DataFolderLock.take(folder).close();
  }

  @Test
  void shouldRefuseAFolderThatKafkaWouldTakeForTwo(@TempDir Path folder) {
    assertThatThrownBy(() -> EmbeddedBroker.start(folder.resolve("a,b"), 0))
        .isInstanceOf(EmbeddedStartException.class)
        .hasMessageContaining("comma");
  }

  @Test
  void shouldFormatAgainWhatWasLeftHalfFormatted(@TempDir Path folder) throws Exception {
    Path half = folder.resolve("bootstrap.checkpoint");
    Files.writeString(half, "half");
    StorageFormat.ensure(folder, QuorumMember.alone(1));
    assertThat(folder.resolve("meta.properties")).exists();
    byte[] formatted = Files.readAllBytes(half);
    assertThat(formatted).hasSizeGreaterThan("half".length());
    StorageFormat.ensure(folder, QuorumMember.alone(1));
    assertThat(Files.readAllBytes(half)).isEqualTo(formatted);
  }

  private static Optional<String> settingOf(Admin admin, String name) throws Exception {
    var broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
    return Optional.ofNullable(
        admin.describeConfigs(List.of(broker)).all().get().get(broker).get(name).value());
  }
}
