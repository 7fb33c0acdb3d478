package org.tensiometer.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The article that a web page describes in JSON-LD with the terms of schema.org. */
final class JsonLd {

  private JsonLd() {}

  /** The description; missing if there is none, or none that can be read. */
  static JsonNode article(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      try {
        JsonNode found = article(JsonSource.lines().readTree(script.data()));
        if (!found.isMissingNode()) {
          return found;
        }
      } catch (JsonProcessingException e) {
        // Many pages carry a broken one; the next may be whole, and Open Graph is still there.
        continue;
      }
    }
    return MissingNode.getInstance();
  }

  /** The text under a name, in which a dot leads into an object; of a list the first. */
  static Optional<String> text(JsonNode article, String path) {
    JsonNode node = article;
    for (String name : path.split("\\.")) {
      node = (node.isArray() ? node.path(0) : node).path(name);
    }
    JsonNode value = node.isArray() ? node.path(0) : node;
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }

  private static JsonNode article(JsonNode described) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(described);
    while (!open.isEmpty()) {
      JsonNode node = open.remove();
      if (node.isArray()) {
        node.forEach(open::add);
      } else if (isArticle(node.path("@type"))) {
        return node;
      } else {
        open.add(node.path("@graph"));
      }
    }
    return MissingNode.getInstance();
  }

  private static boolean isArticle(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isArticle(one)) {
          return true;
        }
      }
      return false;
    }
    return type.asText().endsWith("Article") || type.asText().endsWith("BlogPosting");
  }
}
