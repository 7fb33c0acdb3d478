package org.tensiometer.wire.registry;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** How to reach the registry, by Confluent's names; settings of others are let pass. */
public final class RegistryConfig extends AbstractConfig {

  public static final String URL = "schema.registry.url";
  public static final String BASIC_AUTH_SOURCE = "basic.auth.credentials.source";
  public static final String BASIC_AUTH_USER_INFO = "basic.auth.user.info";
  public static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";
  public static final String READ_TIMEOUT_MS = "http.read.timeout.ms";
  public static final String MAX_RETRIES = "max.retries";
  public static final String RETRY_WAIT_MS = "retries.wait.ms";
  public static final String RETRY_MAX_WAIT_MS = "retries.max.wait.ms";

  /** Begins Kafka's names of the settings of TLS, for the registry. */
  public static final String TLS = "schema.registry.";

  private static final String LEGACY_USER_INFO = "schema.registry.basic.auth.user.info";
  private static final String SOURCE_URL = "URL";
  private static final String SOURCE_USER_INFO = "USER_INFO";

  /** The definitions, to be joined with those of the serde. */
  public static ConfigDef definitions() {
    ConfigDef definitions = own();
    definitions.embed(TLS, "", 0, new ConfigDef().withClientSslSupport());
    return definitions;
  }

  private static ConfigDef own() {
    return new ConfigDef()
        .define(
            URL,
            Type.LIST,
            Importance.HIGH,
            "Addresses of the registry, tried in turn; mock://name is one in this process.")
        .define(
            BASIC_AUTH_SOURCE,
            Type.STRING,
            SOURCE_URL,
            Importance.MEDIUM,
            "Where the credentials stand: URL (user:password@host) or USER_INFO.")
        .define(
            BASIC_AUTH_USER_INFO,
            Type.PASSWORD,
            "",
            Importance.MEDIUM,
            "user:password, with the source USER_INFO.")
        .define(LEGACY_USER_INFO, Type.PASSWORD, "", Importance.LOW, "Old name of the same.")
        .define(
            CONNECT_TIMEOUT_MS,
            Type.INT,
            10_000,
            ConfigDef.Range.atLeast(1),
            Importance.LOW,
            "Longest wait for a connection, milliseconds.")
        .define(
            READ_TIMEOUT_MS,
            Type.INT,
            30_000,
            ConfigDef.Range.atLeast(1),
            Importance.LOW,
            "Longest wait for an answer, milliseconds.")
        .define(
            MAX_RETRIES,
            Type.INT,
            3,
            ConfigDef.Range.atLeast(0),
            Importance.LOW,
            "Rounds through all addresses after the first, within one call.")
        .define(
            RETRY_WAIT_MS,
            Type.INT,
            500,
            ConfigDef.Range.atLeast(0),
            Importance.LOW,
            "Wait before the first further round, milliseconds; doubles each time.")
        .define(
            RETRY_MAX_WAIT_MS,
            Type.INT,
            10_000,
            ConfigDef.Range.atLeast(0),
            Importance.LOW,
            "Longest wait before a further round, milliseconds.");
  }

  public RegistryConfig(Map<String, ?> settings) {
    super(definitions(), settings, false);
  }

  /** The addresses in the order in which they are tried, at least one. */
  public List<URI> urls() {
    List<URI> urls = new ArrayList<>();
    for (String url : getList(URL)) {
      urls.add(parse(url.trim()));
    }
    if (urls.isEmpty()) {
      throw new ConfigException(URL, "", "needs at least one address, http://host:8081");
    }
    return List.copyOf(urls);
  }

  /** {@code user:password} for this address; empty without credentials. */
  public Optional<String> credentials(URI url) {
    String source = getString(BASIC_AUTH_SOURCE).toUpperCase(Locale.ROOT);
    return switch (source) {
      case SOURCE_URL -> Optional.ofNullable(url.getUserInfo());
      case SOURCE_USER_INFO -> Optional.of(userInfo());
      default ->
          throw new ConfigException(
              BASIC_AUTH_SOURCE, source, "must be " + SOURCE_URL + " or " + SOURCE_USER_INFO);
    };
  }

  /** Kafka's settings of TLS by their own names; empty if none is set for the registry. */
  Map<String, ?> tls() {
    return originalsWithPrefix(TLS + "ssl.").isEmpty()
        ? Map.of()
        : new AbstractConfig(
                new ConfigDef().withClientSslSupport(), originalsWithPrefix(TLS), false)
            .values();
  }

  Duration connectTimeout() {
    return Duration.ofMillis(getInt(CONNECT_TIMEOUT_MS));
  }

  Duration readTimeout() {
    return Duration.ofMillis(getInt(READ_TIMEOUT_MS));
  }

  Backoff backoff() {
    return new Backoff(getInt(MAX_RETRIES), getInt(RETRY_WAIT_MS), getInt(RETRY_MAX_WAIT_MS));
  }

  private String userInfo() {
    Password info = getPassword(BASIC_AUTH_USER_INFO);
    if (info.value().isEmpty()) {
      info = getPassword(LEGACY_USER_INFO);
    }
    if (info.value().isEmpty()) {
      throw new ConfigException(
          BASIC_AUTH_USER_INFO + " must be user:password when the source is " + SOURCE_USER_INFO);
    }
    return info.value();
  }

  private static URI parse(String url) {
    try {
      URI uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
      if (uri.getScheme() != null && uri.getRawAuthority() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below together with addresses that lack a part; the cause would repeat the password.
    }
    throw new ConfigException(
        URL + " holds an address that is no URL such as http://host:8081 or mock://name");
  }
}
