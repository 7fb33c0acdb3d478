package org.tensiometer.wire.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.contracts.Tick;
import org.tensiometer.wire.serde.AvroSerdes;

/** A registry with certificates that no public authority has signed, and a password. */
class RegistryTlsTest {

  private static final Schema TEXT = Schema.create(Schema.Type.STRING);
  private static final String STORES = "brown-otter-below-7-mills";
  private static final String USER = "ann:white-stork-behind-12-barns";
  private static final String SENT = RegistryFacade.authorization(USER);

  @TempDir private static Path folder;
  private static KeyStores keys;
  private static RegistryFacade registry;

  @BeforeAll
  static void start() {
    keys = new KeyStores(folder, STORES);
    keys.key("registry", "-ext", "san=ip:127.0.0.1");
    keys.key("client");
    keys.trust("trust-of-registry", "client");
    keys.trust("trust-of-client", "registry");
    registry = RegistryFacade.start(keys.context("registry", "trust-of-registry"), USER);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void shouldShowCertificateAndPasswordByConfluentsNames() {
    assertThat(new HttpSchemaRegistryClient(settings()).register("s", TEXT)).isPositive();
    assertThat(registry.authorizations()).last().isEqualTo(SENT);
  }

  @Test
  void shouldTakeSecretsFromAProviderOfKafkas() throws Exception {
    Path secrets =
        Files.writeString(
            folder.resolve("secrets.properties"), "stores=" + STORES + "\nuser=" + USER + "\n");
    Map<String, Object> settings = settings();
    settings.put("config.providers", "file");
    settings.put(
        "config.providers.file.class",
        "org.apache.kafka.common.config.provider.FileConfigProvider");
    settings.put("basic.auth.user.info", "${file:" + secrets + ":user}");
    for (String store : new String[] {"truststore.password", "keystore.password", "key.password"}) {
      settings.put("schema.registry.ssl." + store, "${file:" + secrets + ":stores}");
    }

    assertThat(new HttpSchemaRegistryClient(settings).register("s", TEXT)).isPositive();
    assertThat(registry.authorizations()).last().isEqualTo(SENT);
  }

  @Test
  void shouldReachNoRegistryThatIsNotTrustedNorOneThatDoesNotTrustUs() {
    int before = registry.requests();
    Map<String, Object> noTrust = settings();
    noTrust.keySet().removeIf(key -> key.contains("truststore"));
    assertThatThrownBy(() -> new HttpSchemaRegistryClient(noTrust).subjects())
        .isInstanceOf(RegistryUnavailableException.class)
        .hasStackTraceContaining("certification path");
    Map<String, Object> noCertificate = settings();
    noCertificate.keySet().removeIf(key -> key.contains("key"));
    assertThatThrownBy(() -> new HttpSchemaRegistryClient(noCertificate).subjects())
        .isInstanceOf(RegistryUnavailableException.class);
    assertThat(registry.requests()).as("requests that got through").isEqualTo(before);
  }

  @Test
  void shouldBeRefusedWithoutThePassword() {
    Map<String, Object> noPassword = settings();
    noPassword.put("basic.auth.credentials.source", "URL");
    assertThatThrownBy(() -> new HttpSchemaRegistryClient(noPassword).subjects())
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("401");
  }

  @Test
  void shouldSayWhichStoreCannotBeUsed() {
    Map<String, Object> wrong = settings();
    wrong.put("schema.registry.ssl.truststore.password", "guessed");
    assertThatThrownBy(() -> new HttpSchemaRegistryClient(wrong))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("schema.registry.ssl.")
        .hasMessageContaining("trust-of-client.p12")
        .hasMessageNotContaining("guessed");
  }

  /** Whatever is said, at whatever level and by whomever, and whatever fault is told. */
  @Test
  void shouldTellNoSecretHoweverMuchIsLogged() {
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    Logger root = (Logger) org.slf4j.LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    said.start();
    root.addAppender(said);
    root.setLevel(Level.ALL);
    StringWriter told = new StringWriter();
    try {
      Map<String, Object> settings = settings();
      new AvroSerdes(settings).valueSerializer(Tick.class).close();
      new HttpSchemaRegistryClient(settings).register("s", TEXT);
      registry.failWith(401, 503);
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> new HttpSchemaRegistryClient(settings).subjects())
            .satisfies(fault -> fault.printStackTrace(new PrintWriter(told)));
      }
      settings.put("schema.registry.url", registry.url().replace("//", "//" + USER + "@"));
      settings.remove("basic.auth.credentials.source");
      registry.failWith(401);
      assertThatThrownBy(() -> new HttpSchemaRegistryClient(settings).subjects())
          .satisfies(fault -> fault.printStackTrace(new PrintWriter(told)));
      told.write(new RegistryConfig(settings).values().get("basic.auth.user.info").toString());
    } finally {
      root.setLevel(before);
      root.detachAppender(said);
    }

    said.list.forEach(event -> told.write(event.getFormattedMessage() + '\n'));
    assertThat(told.toString())
        .as("the address is told")
        .contains("was answered with 401")
        .contains(registry.url());
    assertThat(told.toString())
        .doesNotContain(USER.substring(USER.indexOf(':') + 1), STORES, SENT.substring(6));
  }

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("schema.registry.url", registry.url());
    settings.put("max.retries", 0);
    settings.put("basic.auth.credentials.source", "USER_INFO");
    settings.put("basic.auth.user.info", USER);
    settings.put("schema.registry.ssl.truststore.location", store("trust-of-client"));
    settings.put("schema.registry.ssl.truststore.password", STORES);
    settings.put("schema.registry.ssl.keystore.location", store("client"));
    settings.put("schema.registry.ssl.keystore.password", STORES);
    settings.put("schema.registry.ssl.key.password", STORES);
    return settings;
  }

  private static String store(String name) {
    return keys.store(name).toString();
  }
}
