package org.tensiometer.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.tensiometer.embedded.EmbeddedBroker;
import org.tensiometer.embedded.registry.RegistryServer;

/**
 * A broker that asks who is there (SASL/SCRAM over TLS, or a certificate) and what that one may do,
 * and a registry. The plain listener is the operator's, who may do everything.
 */
final class SecuredBroker implements AutoCloseable {

  /** Password of every user and of the key stores; long, to be found wherever it should not be. */
  static final String PASSWORD = "grey-heron-over-41-quiet-canals";

  private static final String HOST = "127.0.0.1";

  private final Path folder;
  private final int plainPort;
  private final int scramPort;
  private final int certificatePort;
  private final EmbeddedBroker broker;
  private final RegistryServer registry;

  SecuredBroker(Path folder, List<String> certifiedUsers) throws Exception {
    this.folder = folder;
    plainPort = ShippedProcess.freePort();
    scramPort = ShippedProcess.freePort();
    certificatePort = ShippedProcess.freePort();
    Files.writeString(secrets(), "password=" + PASSWORD + "\n");
    key("broker", "-ext", "san=ip:127.0.0.1");
    trust("trust-of-clients", "broker");
    for (String user : certifiedUsers) {
      key(user);
      trust("trust-of-broker", user);
    }
    broker = EmbeddedBroker.start(folder.resolve("data"), plainPort, settings());
    registry = RegistryServer.start(operatorAddress(), 0);
  }

  String operatorAddress() {
    return HOST + ":" + plainPort;
  }

  String registryUrl() {
    return "http://" + HOST + ":" + registry.port();
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
    settings.put("ssl.keystore.location", store(user).toString());
    settings.put("ssl.keystore.password", secret());
    settings.put("ssl.key.password", secret());
    return settings;
  }

  private Map<String, String> common() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("schema.registry.url", registryUrl());
    settings.put("config.providers", "file");
    settings.put(
        "config.providers.file.class",
        "org.apache.kafka.common.config.provider.FileConfigProvider");
    settings.put("ssl.truststore.location", store("trust-of-clients").toString());
    settings.put("ssl.truststore.password", secret());
    return settings;
  }

  private Map<String, String> settings() throws IOException {
    int controllerPort = ShippedProcess.freePort();
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
    settings.put("ssl.keystore.location", store("broker").toString());
    settings.put("ssl.keystore.password", PASSWORD);
    settings.put("ssl.key.password", PASSWORD);
    settings.put("ssl.truststore.location", store("trust-of-broker").toString());
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

  private Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  private void key(String name, String... more) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-keyalg", "EC", "-alias", name, "-dname", "CN=" + name));
    arguments.addAll(List.of(more));
    keytool(name, arguments);
    keytool(name, List.of("-exportcert", "-alias", name, "-file", certificate(name)));
  }

  private void trust(String store, String name) throws IOException, InterruptedException {
    keytool(store, List.of("-importcert", "-noprompt", "-alias", name, "-file", certificate(name)));
  }

  private String certificate(String name) {
    return folder.resolve(name + ".cer").toString();
  }

  private void keytool(String store, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(arguments);
    command.addAll(
        List.of(
            "-keystore", store(store).toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
    Path said = folder.resolve("keytool.log");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("keytool: " + Files.readString(said));
    }
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
