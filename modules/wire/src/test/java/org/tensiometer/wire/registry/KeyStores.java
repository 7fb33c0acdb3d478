package org.tensiometer.wire.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** Keys with their certificates, and the trust in them, in a folder, made for a test. */
public final class KeyStores {

  private static final String TYPE = "PKCS12";

  private final Path folder;
  private final String password;

  /**
   * @param password of all stores and keys
   */
  public KeyStores(Path folder, String password) {
    this.folder = folder;
    this.password = password;
  }

  /** The file of a store. */
  public Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  /**
   * Makes a key with a certificate, in a store of the same name.
   *
   * @param more for keytool, for instance {@code -ext san=ip:127.0.0.1}
   */
  public void key(String name, String... more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", name, "-dname", "CN=" + name));
    command.addAll(List.of("-keystore", store(name).toString(), "-storetype", TYPE));
    command.addAll(List.of("-storepass", password));
    command.addAll(List.of(more));
    Path said = folder.resolve("keytool.log");
    try {
      int code =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start()
              .waitFor();
      if (code != 0) {
        throw new IllegalStateException("keytool: " + Files.readString(said));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Lets a store, which is made if it is not there, trust the certificate of a key. */
  public void trust(String store, String name) {
    try {
      KeyStore trust = read(store);
      trust.setCertificateEntry(name, read(name).getCertificate(name));
      try (OutputStream file = Files.newOutputStream(store(store))) {
        trust.store(file, password.toCharArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Shows the key of one store, and trusts what is in another. */
  public SSLContext context(String key, String trust) {
    Password secret = new Password(password);
    try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
      factory.configure(
          Map.of(
              "ssl.protocol",
              "TLSv1.3",
              "ssl.enabled.protocols",
              List.of("TLSv1.3"),
              "ssl.cipher.suites",
              List.of(),
              "ssl.keystore.type",
              TYPE,
              "ssl.keystore.location",
              store(key).toString(),
              "ssl.keystore.password",
              secret,
              "ssl.key.password",
              secret,
              "ssl.truststore.type",
              TYPE,
              "ssl.truststore.location",
              store(trust).toString(),
              "ssl.truststore.password",
              secret));
      return factory.sslContext();
    }
  }

  private KeyStore read(String name) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(TYPE);
    if (!Files.exists(store(name))) {
      store.load(null, password.toCharArray());
      return store;
    }
    try (InputStream file = Files.newInputStream(store(name))) {
      store.load(file, password.toCharArray());
    }
    return store;
  }
}
