package org.tensiometer.wire.registry;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One HTTP client for the whole process and each connect timeout: every client keeps a thread of
 * its own, and serdes are made by the dozen.
 */
final class HttpClients {

  private static final Map<Duration, HttpClient> CLIENTS = new ConcurrentHashMap<>();

  private HttpClients() {}

  static HttpClient withConnectTimeout(Duration timeout) {
    return CLIENTS.computeIfAbsent(
        timeout,
        t ->
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(t)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build());
  }
}
