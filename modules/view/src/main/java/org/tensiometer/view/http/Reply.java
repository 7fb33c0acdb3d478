package org.tensiometer.view.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import org.tensiometer.view.json.ViewJson;

/**
 * An answer.
 *
 * @param headers besides those that every answer has
 */
record Reply(int status, byte[] body, Map<String, String> headers) {

  static final int OK = 200;
  static final int NOT_MODIFIED = 304;
  static final int BAD_REQUEST = 400;
  static final int NOT_FOUND = 404;
  static final int NOT_ALLOWED = 405;
  static final int MISDIRECTED = 421;
  static final int SERVER_ERROR = 500;
  static final int UNAVAILABLE = 503;

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
              + " 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cache-Control",
          "no-cache");

  static Reply json(int status, JsonNode node) {
    return new Reply(
        status, ViewJson.bytes(node), Map.of("Content-Type", "application/json; charset=utf-8"));
  }

  static Reply error(int status, String sentence) {
    return json(status, ViewJson.error(sentence));
  }

  static Reply asset(Asset asset, String knownEtag) {
    Map<String, String> headers = Map.of("Content-Type", asset.type(), "ETag", asset.etag());
    return asset.etag().equals(knownEtag)
        ? new Reply(NOT_MODIFIED, new byte[0], headers)
        : new Reply(OK, asset.content(), headers);
  }

  /** Headers that every answer has, the stream of events too. */
  static void setCommonHeaders(HttpExchange exchange) {
    ALWAYS.forEach(exchange.getResponseHeaders()::set);
  }

  void send(HttpExchange exchange) throws IOException {
    setCommonHeaders(exchange);
    headers.forEach(exchange.getResponseHeaders()::set);
    boolean noBody = status == NOT_MODIFIED || exchange.getRequestMethod().equals("HEAD");
    if (noBody) {
      if (status != NOT_MODIFIED) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      }
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
