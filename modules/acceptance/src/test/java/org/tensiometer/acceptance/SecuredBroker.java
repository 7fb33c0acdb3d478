package org.tensiometer.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.tensiometer.embedded.EmbeddedBroker;
import org.tensiometer.embedded.Loopback;
import org.tensiometer.wire.registry.KeyStores;
import org.tensiometer.wire.registry.RegistryFacade;

/**
 * A broker that asks who is there (SASL/SCRAM over TLS, or a certificate) and what that one may do,
 * and a registry that asks for a certificate and a password. The plain listener is the operator's,
 * who may do everything.
 */
final class SecuredBroker implements AutoCloseable {

  /** Password of every user and of the key stores; long, to be found wherever it should not be. */
  static final String PASSWORD = "grey-heron-over-41-quiet-canals";

  /** Of everybody, as the registry knows them. */
  static final String REGISTRY_PASSWORD = "three-wet-ravens-on-a-gate";

  private static final String REGISTRY_USER = "parts:" + REGISTRY_PASSWORD;
  private static final String HOST = "127.0.0.1";

  private final Path folder;
  private final int plainPort;
  private final int scramPort;
  private final int certificatePort;
  private final EmbeddedBroker broker;
  private final KeyStores keys;
  private final String certified;
  private final RegistryFacade registry;

  SecuredBroker(Path folder, List<String> certifiedUsers) throws Exception {
    this.folder = folder;
    certified = certifiedUsers.get(0);
    plainPort = Loopback.freePort();
    scramPort = Loopback.freePort();
    certificatePort = Loopback.freePort();
    Files.writeString(secrets(), "password=" + PASSWORD + "\n");
    keys = new KeyStores(folder, PASSWORD);
    keys.key("broker", "-ext", "san=ip:127.0.0.1");
    keys.trust("trust-of-clients", "broker");
    for (String user : certifiedUsers) {
      keys.key(user);
      keys.trust("trust-of-broker", user);
    }
    broker = EmbeddedBroker.start(folder.resolve("data"), plainPort, settings());
    registry = RegistryFacade.start(keys.context("broker", "trust-of-broker"), REGISTRY_USER);
  }

  String operatorAddress() {
    return HOST + ":" + plainPort;
  }

  /** What everybody needs for the registry; the password stands among the settings. */
  Map<String, String> registrySettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("schema.registry.url", registry.url());
    settings.put("basic.auth.credentials.source", "USER_INFO");
    settings.put("basic.auth.user.info", REGISTRY_USER);
    settings.put("schema.registry.ssl.truststore.location", store("trust-of-clients"));
    settings.put("schema.registry.ssl.truststore.password", PASSWORD);
    settings.put("schema.registry.ssl.keystore.location", store(certified));
    settings.put("schema.registry.ssl.keystore.password", PASSWORD);
    settings.put("schema.registry.ssl.key.password", PASSWORD);
    return settings;
  }

  /** Makes a user with a password. */
  void addUser(String name) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", operatorAddress()))) {
      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialUpsertion(
                      name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
          .all()
          .get();
    }
  }

  /** Gives a user a right beside those of its part. */
  void letWrite(String user, String topic) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", operatorAddress()))) {
      admin.createAcls(List.of(writing(user, topic))).all().get();
    }
  }

  /** Takes it back. */
  void letWriteNoMore(String user, String topic) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", operatorAddress()))) {
      admin.deleteAcls(List.of(writing(user, topic).toFilter())).all().get();
    }
  }

  private static AclBinding writing(String user, String topic) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
        new AccessControlEntry("User:" + user, "*", AclOperation.WRITE, AclPermissionType.ALLOW));
  }

  /** The settings of a user with a password, which stands in another file. */
  Map<String, String> withPassword(String user) {
    Map<String, String> settings = common();
    settings.put("bootstrap.servers", HOST + ":" + scramPort);
    settings.put("security.protocol", "SASL_SSL");
    settings.put("sasl.mechanism", "SCRAM-SHA-512");
    settings.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
            + user
            + "\" password=\""
            + secret()
            + "\";");
    return settings;
  }

  /** The settings of a user with a certificate. */
  Map<String, String> withCertificate(String user) {
    Map<String, String> settings = common();
    settings.put("bootstrap.servers", HOST + ":" + certificatePort);
    settings.put("security.protocol", "SSL");
    settings.put("ssl.keystore.location", store(user));
    settings.put("ssl.keystore.password", secret());
    settings.put("ssl.key.password", secret());
    return settings;
  }

  private Map<String, String> common() {
    Map<String, String> settings = registrySettings();
    settings.put("config.providers", "file");
    settings.put(
        "config.providers.file.class",
        "org.apache.kafka.common.config.provider.FileConfigProvider");
    settings.put("ssl.truststore.location", store("trust-of-clients"));
    settings.put("ssl.truststore.password", secret());
    return settings;
  }

  private Map<String, String> settings() throws IOException {
    int controllerPort = Loopback.freePort();
    String clients =
        "PLAINTEXT://%s:%d,SASL_SSL://%s:%d,SSL://%s:%d"
            .formatted(HOST, plainPort, HOST, scramPort, HOST, certificatePort);
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("listeners", clients + ",CONTROLLER://" + HOST + ":" + controllerPort);
    settings.put("advertised.listeners", clients);
    settings.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
    settings.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,SSL:SSL,CONTROLLER:PLAINTEXT");
    settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
    settings.put(
        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put("listener.name.ssl.ssl.client.auth", "required");
    settings.put("ssl.principal.mapping.rules", "RULE:^CN=(.*)$/$1/");
    settings.put("ssl.keystore.location", store("broker"));
    settings.put("ssl.keystore.password", PASSWORD);
    settings.put("ssl.key.password", PASSWORD);
    settings.put("ssl.truststore.location", store("trust-of-broker"));
    settings.put("ssl.truststore.password", PASSWORD);
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:ANONYMOUS");
    return settings;
  }

  private Path secrets() {
    return folder.resolve("secrets.properties");
  }

  private String secret() {
    return "${file:" + secrets() + ":password}";
  }

  private String store(String name) {
    return keys.store(name).toString();
  }

  @Override
  public void close() {
    if (registry != null) {
      registry.close();
    }
    if (broker != null) {
      broker.close();
    }
  }
}
