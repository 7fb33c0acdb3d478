package org.tensiometer.view.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file of the page, held in memory.
 *
 * @param type media type
 * @param etag changes with the content
 */
record Asset(byte[] content, String type, String etag) {

  private static final String PAGE = "/org/tensiometer/view/page/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  /** Every file by its path; nothing else is ever read from disk or jar. */
  static Map<String, Asset> all() {
    Map<String, Asset> all = new LinkedHashMap<>();
    all.put("/", of(PAGE + "index.html"));
    for (String file :
        new String[] {
          "view.css",
          "icon.svg",
          "main.js",
          "api.js",
          "live.js",
          "dom.js",
          "format.js",
          "overview.js",
          "alerts.js",
          "pair.js",
          "chart.js",
          "claims.js"
        }) {
      all.put("/assets/" + file, of(PAGE + file));
    }
    String uplot = "/META-INF/resources/webjars/uplot/" + uplotVersion() + "/dist/";
    all.put("/assets/uPlot.js", of(uplot + "uPlot.esm.js"));
    all.put("/assets/uPlot.css", of(uplot + "uPlot.min.css"));
    return Map.copyOf(all);
  }

  private static Asset of(String resource) {
    byte[] content = read(resource);
    String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    return new Asset(content, type, '"' + digest(content) + '"');
  }

  private static String uplotVersion() {
    return new String(read("/org/tensiometer/view/uplot.version"), StandardCharsets.UTF_8).strip();
  }

  private static byte[] read(String resource) {
    try (InputStream in = Asset.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] content) {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(sha, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
