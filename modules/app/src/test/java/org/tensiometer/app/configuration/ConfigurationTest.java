package org.tensiometer.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensiometer.app.UserError;
import org.tensiometer.app.configuration.Configuration.Value;

/** Which value holds, where it comes from, and what is refused. */
class ConfigurationTest {

  @TempDir Path folder;

  @Test
  void shouldPutFlagsAboveTheEnvironmentAboveTheFileAboveDefaults() throws IOException {
    Path file =
        file(
            """
            # where the others are
            tensiometer.partitions = 6
            tensiometer.generation: g2
            bootstrap.servers=in-file:9092
            """);

    Configuration configuration =
        Configuration.load(
            file,
            Map.of(
                "TENSIOMETER_BOOTSTRAP_SERVERS", "in-environment:9092",
                "TENSIOMETER_GENERATION", "g3"),
            Map.of(Setting.GENERATION, "g4"));

    assertThat(configuration.values())
        .containsEntry("tensiometer.generation", new Value("g4", "flag --generation"))
        .containsEntry(
            "bootstrap.servers",
            new Value("in-environment:9092", "environment TENSIOMETER_BOOTSTRAP_SERVERS"))
        .containsEntry("tensiometer.partitions", new Value("6", "file " + file + ":2"))
        .containsEntry("tensiometer.state.dir", new Value("tensiometer-state", "default"));
  }

  @Test
  void shouldTakeTheFileThatTheEnvironmentNames() throws IOException {
    Path file = file("tensiometer.partitions=6\n");

    Configuration configuration =
        Configuration.load(null, Map.of("TENSIOMETER_CONFIG", file.toString()), Map.of());

    assertThat(configuration.number(Setting.PARTITIONS)).contains(6);
  }

  @Test
  void shouldHandKafkasOwnSettingsToItsClientsAsTheyAre() throws IOException {
    Path file =
        file(
            """
            security.protocol=SASL_SSL
            sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\
                username="me" password="a#b";
            producer.linger.ms=5
            tensiometer.partitions=6
            """);

    Configuration configuration =
        Configuration.load(file, Map.of("TENSIOMETER_SASL_MECHANISM", "PLAIN"), Map.of());

    assertThat(configuration.clients())
        .containsOnly(
            Map.entry("security.protocol", "SASL_SSL"),
            Map.entry("sasl.mechanism", "PLAIN"),
            Map.entry("producer.linger.ms", "5"),
            Map.entry(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                    + " username=\"me\" password=\"a#b\";"));
  }

  @Test
  void shouldKnowTheSettingsOfStateAndOfProvidersOfSecrets() throws IOException {
    Path file =
        file(
            """
            config.providers=file
            config.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider
            config.providers.vault.param.token=t
            num.standby.replicas=1
            tensiometer.rocksdb.memory.bytes=50000000
            """);

    Configuration configuration = Configuration.load(file, Map.of(), Map.of());

    assertThat(configuration.clients())
        .containsEntry("tensiometer.rocksdb.memory.bytes", "50000000")
        .containsEntry("num.standby.replicas", "1");
    assertThat(configuration.masked().get("config.providers.vault.param.token").text())
        .isEqualTo("********");
  }

  @Test
  void shouldRefuseAnUnknownKeyWithFileAndLine() throws IOException {
    Path file = file("tensiometer.partitions=6\n\n# a comment\nbootstrap.server=x:1\n");

    assertRefused(file, file + ":4: nobody knows the key bootstrap.server");
  }

  @Test
  void shouldKnowTheSettingsOfStreamsInternalTopicsAndRefuseOthersOfThatPrefix()
      throws IOException {
    assertThat(Configuration.load(file("topic.segment.ms=600000\n"), Map.of(), Map.of()).clients())
        .containsEntry("topic.segment.ms", "600000");

    Path file = file("topic.segment.mss=600000\n");
    assertRefused(file, file + ":1: nobody knows the key topic.segment.mss");
    assertRefused(
        file("consumer.topic.segment.ms=600000\n"),
        file + ":1: nobody knows the key consumer.topic.segment.ms");
  }

  @Test
  void shouldRefuseAKeySetTwiceWithBothLines() throws IOException {
    Path file = file("acks=all\nretries = \\\n  3\nacks: 1\n");

    assertRefused(file, file + ":4: acks is set a second time, first in line 1");
  }

  @Test
  void shouldRefuseALineThatIsNoneWithItsNumber() throws IOException {
    Path file = file("acks=all\nclient.id=\\u12\n");

    assertRefused(file, file + ":2: is no line of a properties file");
  }

  @Test
  void shouldRefuseAVariableThatSetsNothing() {
    assertThatThrownBy(
            () -> Configuration.load(null, Map.of("TENSIOMETER_PARTITION", "6"), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("TENSIOMETER_PARTITION sets nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TENSIOMETER_HEAP",
        "TENSIOMETER_SERVICE_HOST",
        "TENSIOMETER_PORT",
        "TENSIOMETER_VIEW_PORT",
        "TENSIOMETER_PORT_8080_TCP_ADDR",
        "PATH"
      })
  void shouldPassByVariablesThatAreNoSettings(String variable) {
    assertThat(Configuration.load(null, Map.of(variable, "tcp://10.0.0.1:80"), Map.of()).values())
        .isEqualTo(Configuration.load(null, Map.of(), Map.of()).values());
  }

  @Test
  void shouldSayOfAWrongNumberWhereItStands() {
    Configuration configuration =
        Configuration.load(null, Map.of("TENSIOMETER_PARTITIONS", "many"), Map.of());

    assertThatThrownBy(() -> configuration.number(Setting.PARTITIONS))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "tensiometer.partitions \"many\" (environment TENSIOMETER_PARTITIONS): needs a whole"
                + " number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sasl.jaas.config",
        "ssl.keystore.password",
        "consumer.ssl.key.password",
        "ssl.keystore.key",
        "basic.auth.user.info",
        "bearer.auth.token",
        "schema.registry.ssl.truststore.password",
        "schema.registry.ssl.keystore.key",
        "schema.registry.basic.auth.user.info"
      })
  void shouldMaskSecrets(String key) throws IOException {
    Configuration configuration = Configuration.load(file(key + "=sesame\n"), Map.of(), Map.of());

    assertThat(configuration.masked().get(key).text()).doesNotContain("sesame");
    assertThat(configuration.clients()).containsEntry(key, "sesame");
  }

  @Test
  void shouldRefuseASettingOfTheRegistrysTlsThatThereIsNot() throws IOException {
    assertRefused(
        file("schema.registry.ssl.trustore.location=x\n"),
        folder.resolve("client.properties")
            + ":1: nobody knows the key schema.registry.ssl.trustore.location");
  }

  @Test
  void shouldMaskThePasswordInAnAddressAndShowTheRest() {
    Configuration configuration =
        Configuration.load(
            null, Map.of(), Map.of(Setting.SCHEMA_REGISTRY, "http://me:sesame@registry:8081"));

    assertThat(configuration.masked().get("schema.registry.url").text())
        .doesNotContain("sesame")
        .endsWith("@registry:8081");
  }

  @Test
  void shouldDescribeEverySettingInTheDocumentation() throws IOException {
    String document = Files.readString(Path.of("../../docs/configuration.md"));

    for (Setting setting : Setting.values()) {
      assertThat(document.lines())
          .anySatisfy(
              line ->
                  assertThat(line)
                      .startsWith("| `" + setting.key() + "` |")
                      .contains("`" + setting.flag() + "`")
                      .contains(setting.otherwise().map(value -> "`" + value + "`").orElse("")));
    }
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> Configuration.load(file, Map.of(), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(message)
        .extracting(fault -> ((UserError) fault).exitCode())
        .isEqualTo(UserError.ENVIRONMENT);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("client.properties"), text);
  }
}
