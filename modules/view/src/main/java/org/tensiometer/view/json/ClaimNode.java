package org.tensiometer.view.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.view.state.Parties;

/** A claim as the page shows it. */
final class ClaimNode {

  private static final double MICROS_OF_GOLDSTEIN = 1e5;
  private static final Set<String> SAFE = Set.of("http", "https");

  private ClaimNode() {}

  static JsonNode of(CodedClaim claim) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("claimId", claim.getClaimId());
    node.put("event", claim.getCoding().getEvent().name());
    node.put("mode", claim.getCoding().getMode());
    node.put("quad", claim.getCoding().getQuad().name());
    node.put("goldstein", claim.getCoding().getIntensityMicros() / MICROS_OF_GOLDSTEIN);
    node.put("reciprocal", claim.getCoding().getReciprocal());
    node.put("rule", claim.getCoding().getRule());
    node.put("factuality", claim.getFactuality().name());
    parties(node.putArray("source"), claim.getSource());
    parties(node.putArray("target"), claim.getTarget());
    speaker(node, claim.getSpeaker());
    node.put("carrier", claim.getCarrier());
    node.put("outlet", claim.getOutlet());
    node.put("title", claim.getTitle());
    node.put("url", linkable(claim.getUrl()));
    node.put("published", claim.getPublished() == null ? null : claim.getPublished().toString());
    ObjectNode place = node.putObject("sentence");
    place.put("start", claim.getSentence().getStart());
    place.put("end", claim.getSentence().getEnd());
    ArrayNode words = node.putArray("words");
    for (Words.Part part : Words.of(claim)) {
      ObjectNode run = words.addObject().put("text", part.text());
      if (part.role() != null) {
        run.put("role", part.role().name().toLowerCase(Locale.ROOT));
      }
    }
    return node;
  }

  private static void parties(ArrayNode list, List<Actor> actors) {
    Parties.codes(actors)
        .forEach(code -> list.addObject().put("code", code).put("name", CountryNames.of(code)));
  }

  private static void speaker(ObjectNode node, Actor speaker) {
    if (speaker == null) {
      node.putNull("speaker");
      return;
    }
    node.putObject("speaker").put("text", speaker.getText()).put("code", speaker.getCountry());
  }

  /** The address if a browser may follow it; an article's address is third-party input. */
  static String linkable(String url) {
    if (url == null) {
      return null;
    }
    try {
      URI uri = new URI(url);
      boolean safe =
          uri.getScheme() != null
              && SAFE.contains(uri.getScheme().toLowerCase(Locale.ROOT))
              && uri.getHost() != null;
      return safe ? uri.toASCIIString() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
