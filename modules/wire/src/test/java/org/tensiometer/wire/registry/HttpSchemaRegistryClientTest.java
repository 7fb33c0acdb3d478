package org.tensiometer.wire.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSchemaRegistryClientTest {

  private static final Schema TEXT = Schema.create(Schema.Type.STRING);

  private final RegistryFacade first = RegistryFacade.start();
  private final RegistryFacade second = RegistryFacade.start();

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 401, 403, 404, 429, 302})
  void shouldTryAgainWhenTheRegistryCannotAnswer(int status) {
    first.failWith(status, status);
    assertThat(client(2).register("s", TEXT)).isEqualTo(1);
    assertThat(first.requests()).isEqualTo(3);
  }

  @Test
  void shouldGiveUpAfterTheRetriesAndSayWhatWasAnswered() {
    first.failWith(503, 503, 503, 503);
    assertThatExceptionOfType(RegistryUnavailableException.class)
        .isThrownBy(() -> client(2).register("s", TEXT))
        .withMessageContaining(first.url())
        .withMessageContaining("503");
    assertThat(first.requests()).isEqualTo(3);
  }

  @Test
  void shouldNotAskAgainWhatWasRefused() {
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> client(5).latest("none"))
        .withMessageContaining("none");
    assertThat(first.requests()).isEqualTo(1);
  }

  @Test
  void shouldStayWithTheAddressThatAnswered() {
    first.failWith(503);
    SchemaRegistryClient client =
        new HttpSchemaRegistryClient(settings(0, first.url() + ", " + second.url()));
    client.register("s", TEXT);
    client.register("s", TEXT);
    assertThat(first.requests()).isEqualTo(1);
    assertThat(second.requests()).isEqualTo(2);
  }

  @Test
  void shouldAskOnceForASchemaThatIsUsedOften() {
    int id = first.registry().register("s", TEXT);
    CachedSchemaRegistryClient client = new CachedSchemaRegistryClient(client(0), 10);
    for (int i = 0; i < 5; i++) {
      assertThat(client.schemaById(id)).isEqualTo(TEXT);
      assertThat(client.register("s", TEXT)).isEqualTo(id);
    }
    assertThat(first.requests()).isEqualTo(2);
  }

  @Test
  void shouldNotRememberThatASchemaWasNotThere() {
    CachedSchemaRegistryClient client = new CachedSchemaRegistryClient(client(0), 10);
    assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(RegistryException.class);
    first.registry().register("s", TEXT);
    assertThat(client.schemaById(1)).isEqualTo(TEXT);
  }

  @Test
  void shouldForgetRatherThanGrowWithoutEnd() {
    CachedSchemaRegistryClient client = new CachedSchemaRegistryClient(client(0), 2);
    for (Schema.Type type :
        new Schema.Type[] {Schema.Type.INT, Schema.Type.LONG, Schema.Type.NULL}) {
      client.schemaById(first.registry().register("s" + type, Schema.create(type)));
    }
    int before = first.requests();
    client.schemaById(1);
    assertThat(first.requests()).isEqualTo(before + 1);
  }

  @Test
  void shouldLetSettingsOfOthersPass() {
    Map<String, Object> settings = settings(0, first.url());
    settings.put("bootstrap.servers", "b:9092");
    settings.put("some.new.setting", 1);
    assertThat(new HttpSchemaRegistryClient(settings).subjects()).isEmpty();
  }

  @Test
  void shouldRefuseSettingsThatCannotBeMeantAndKeepPasswordsToItself() {
    refused(settings(0, "registry:8081"), "http://host:8081");
    refused(settings(0, ""), "schema.registry.url");
    refused(settings(0, "http://a:b c@h:1"), "no URL");
    assertThatThrownBy(() -> SchemaRegistryClients.create(settings(0, "http://ann:se cret@h:1")))
        .hasMessageNotContaining("cret");
    refused(settings(0, "mock://a,http://h:1"), "mock://");
    Map<String, Object> noUser = settings(0, first.url());
    noUser.put("basic.auth.credentials.source", "USER_INFO");
    refused(noUser, "basic.auth.user.info");
    noUser.put("basic.auth.credentials.source", "SASL_INHERIT");
    refused(noUser, "USER_INFO");
  }

  private static void refused(Map<String, Object> settings, String told) {
    assertThatThrownBy(() -> SchemaRegistryClients.create(settings))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(told);
  }

  private SchemaRegistryClient client(int retries) {
    return new HttpSchemaRegistryClient(settings(retries, first.url()));
  }

  private static Map<String, Object> settings(int retries, String url) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("schema.registry.url", url);
    settings.put("max.retries", retries);
    settings.put("retries.wait.ms", 1);
    return settings;
  }
}
