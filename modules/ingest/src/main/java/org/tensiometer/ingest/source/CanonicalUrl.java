package org.tensiometer.ingest.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one form of an address that names an article, whatever way a reader came to it: scheme https,
 * host in lower case without default port, no fragment, no trailing slash, no tracking parameters
 * ({@code tracking-parameters.txt}), the others in order of name. RFC 3986 section 6.2 and what
 * newsletters and social networks add.
 */
public final class CanonicalUrl {

  private static final List<String> TRACKING = ResourceLines.of("tracking-parameters.txt");

  private CanonicalUrl() {}

  /** The canonical form; empty if the text is no absolute web address. */
  public static Optional<String> of(String url) {
    try {
      URI uri = new URI(url.strip()).normalize();
      String scheme = uri.getScheme();
      if (uri.getRawAuthority() == null
          || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
        return Optional.empty();
      }
      return Optional.of("https://" + host(uri) + path(uri) + query(uri));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String host(URI uri) {
    String authority = uri.getRawAuthority().toLowerCase(Locale.ROOT);
    return authority.replaceFirst(":(80|443)?$", "");
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String query(URI uri) {
    if (uri.getRawQuery() == null) {
      return "";
    }
    String kept =
        Arrays.stream(uri.getRawQuery().split("&"))
            .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
            .sorted()
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : '?' + kept;
  }

  private static boolean isTracking(String parameter) {
    String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    return TRACKING.stream()
        .anyMatch(
            known ->
                known.endsWith("*")
                    ? name.startsWith(known.substring(0, known.length() - 1))
                    : name.equals(known));
  }
}
