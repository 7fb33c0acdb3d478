package org.tensiometer.wire.registry;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.config.ConfigException;

/** Makes the client that the configured address asks for. */
public final class SchemaRegistryClients {

  private static final String MOCK_SCHEME = "mock";
  private static final Map<String, InMemorySchemaRegistry> MOCKS = new ConcurrentHashMap<>();
  private static final Map<Sharing, WeakReference<SchemaRegistryClient>> SHARED = new HashMap<>();

  /** What those have in common that share a client. */
  private record Sharing(Map<String, ?> settings, int capacity) {}

  private SchemaRegistryClients() {}

  /**
   * @param settings by Confluent's names, at least {@code schema.registry.url}; {@code mock://name}
   *     is a registry in this process, the same for all who use the name
   */
  public static SchemaRegistryClient create(Map<String, ?> settings) {
    List<URI> urls = new RegistryConfig(settings).urls();
    if (urls.stream().noneMatch(SchemaRegistryClients::isMock)) {
      return new HttpSchemaRegistryClient(settings);
    }
    if (urls.size() > 1) {
      throw new ConfigException(
          RegistryConfig.URL, urls, "a mock:// address cannot stand beside others");
    }
    return mock(urls.get(0).getRawAuthority());
  }

  /**
   * A client that remembers schemas, the same for all in this process who ask with the same
   * settings of the registry: what one of them knows, none has to ask again, least of all while the
   * registry is away. It is kept as long as one of them is, and nobody has to close it.
   *
   * @param capacity most schemas remembered
   */
  public static SchemaRegistryClient shared(Map<String, ?> settings, int capacity) {
    RegistryConfig config = new RegistryConfig(settings);
    if (config.urls().stream().anyMatch(SchemaRegistryClients::isMock)) {
      // In this process already, and a test may drop it.
      return new CachedSchemaRegistryClient(create(settings), capacity);
    }
    Sharing sharing = new Sharing(config.values(), capacity);
    synchronized (SHARED) {
      SHARED.values().removeIf(client -> client.get() == null);
      WeakReference<SchemaRegistryClient> known = SHARED.get(sharing);
      SchemaRegistryClient client = known == null ? null : known.get();
      if (client == null) {
        client = new CachedSchemaRegistryClient(create(settings), capacity);
        SHARED.put(sharing, new WeakReference<>(client));
      }
      return client;
    }
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
