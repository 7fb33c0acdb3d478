package org.tensiometer.wire.registry;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * One HTTP client for the whole process and all that connect alike: every client keeps a thread of
 * its own, and serdes are made by the dozen.
 */
final class HttpClients {

  private static final Map<Connecting, HttpClient> CLIENTS = new ConcurrentHashMap<>();

  private HttpClients() {}

  /**
   * How a connection is made.
   *
   * @param tls Kafka's settings of TLS; empty for those of the Java virtual machine
   */
  private record Connecting(Duration timeout, Map<String, ?> tls) {}

  /**
   * The client for such connections.
   *
   * @throws ConfigException if a store of keys cannot be used
   */
  static HttpClient of(RegistryConfig config) {
    return CLIENTS.computeIfAbsent(
        new Connecting(config.connectTimeout(), config.tls()), HttpClients::create);
  }

  private static HttpClient create(Connecting how) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(how.timeout())
            .followRedirects(HttpClient.Redirect.NORMAL);
    return how.tls().isEmpty() ? client.build() : client.sslContext(context(how.tls())).build();
  }

  private static SSLContext context(Map<String, ?> tls) {
    try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
      factory.configure(tls);
      return factory.sslContext();
    } catch (KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new ConfigException(
          RegistryConfig.TLS + "ssl.*: " + e.getMessage() + ": " + cause.getMessage());
    }
  }
}
