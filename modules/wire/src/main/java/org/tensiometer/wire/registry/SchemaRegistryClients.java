package org.tensiometer.wire.registry;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.config.ConfigException;

/** Makes the client that the configured address asks for. */
public final class SchemaRegistryClients {

  private static final String MOCK_SCHEME = "mock";
  private static final Map<String, InMemorySchemaRegistry> MOCKS = new ConcurrentHashMap<>();

  private SchemaRegistryClients() {}

  /**
   * @param settings by Confluent's names, at least {@code schema.registry.url}; {@code mock://name}
   *     is a registry in this process, the same for all who use the name
   */
  public static SchemaRegistryClient create(Map<String, ?> settings) {
    List<URI> urls = new RegistryConfig(settings).urls();
    long mocks = urls.stream().filter(SchemaRegistryClients::isMock).count();
    if (mocks == 0) {
      return new HttpSchemaRegistryClient(settings);
    }
    if (urls.size() > 1) {
      throw new ConfigException(
          RegistryConfig.URL, urls, "a mock:// address cannot stand beside others");
    }
    return mock(urls.get(0).getRawAuthority());
  }

  /** The registry in this process with that name. */
  public static InMemorySchemaRegistry mock(String name) {
    return MOCKS.computeIfAbsent(name, n -> new InMemorySchemaRegistry());
  }

  /** Forgets the registry in this process with that name. */
  public static void dropMock(String name) {
    MOCKS.remove(name);
  }

  private static boolean isMock(URI url) {
    return MOCK_SCHEME.equals(url.getScheme());
  }
}
