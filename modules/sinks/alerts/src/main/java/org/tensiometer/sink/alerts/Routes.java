package org.tensiometer.sink.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tensiometer.contracts.CountryPair;

/**
 * The operator's routes, each with a live topic of its own beside the topic of all alerts. Read
 * from a JSON file: {@code {"routes": [{"name": "korea", "pairs": ["KOR-PRK"], "countries":
 * ["PRK"], "lowestTier": 2}]}}.
 *
 * @param all in the order of the file
 */
public record Routes(List<Route> all) {

  /** No route beside the topic of all alerts. */
  public static final Routes NONE = new Routes(List.of());

  private static final Set<String> FIELDS = Set.of("name", "pairs", "countries", "lowestTier");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z0-9]{2,12}");
  private static final int HIGHEST_TIER = 3;

  public Routes {
    all = List.copyOf(all);
  }

  /**
   * Reads a routes file.
   *
   * @throws IllegalArgumentException if it is no such file, with the place and what would be right
   */
  public static Routes read(Path file) {
    ObjectMapper json =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    try {
      return of(json.readTree(Files.readString(file)));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("routes file " + file + ": no such file", e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "routes file "
              + file
              + ':'
              + e.getLocation().getLineNr()
              + ": is not JSON: "
              + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "routes file " + file + " cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("routes file " + file + ": " + e.getMessage(), e);
    }
  }

  private static Routes of(JsonNode document) {
    JsonNode list = document.path("routes");
    if (!list.isArray()) {
      throw new IllegalArgumentException(
          "needs an object with \"routes\", a list; for instance"
              + " {\"routes\": [{\"name\": \"korea\", \"pairs\": [\"KOR-PRK\"]}]}");
    }
    List<Route> routes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode entry : list) {
      Route route = route(entry, routes.size() + 1);
      if (!names.add(route.name())) {
        throw new IllegalArgumentException("two routes are named \"" + route.name() + '"');
      }
      routes.add(route);
    }
    return new Routes(routes);
  }

  private static Route route(JsonNode entry, int number) {
    String name = entry.path("name").asText();
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "route "
              + number
              + ": 'name' is 1 to 40 small letters, digits or hyphens, not \""
              + name
              + '"');
    }
    for (Iterator<String> fields = entry.fieldNames(); fields.hasNext(); ) {
      String field = fields.next();
      if (!FIELDS.contains(field)) {
        throw new IllegalArgumentException(
            "route \"" + name + "\": unknown '" + field + "'; known are " + new TreeSet<>(FIELDS));
      }
    }
    Set<String> pairs = new HashSet<>();
    for (String pair : texts(entry, name, "pairs")) {
      pairs.add(CountryPair.parse(pair).toString());
    }
    Set<String> countries = new HashSet<>();
    for (String country : texts(entry, name, "countries")) {
      if (!COUNTRY.matcher(country).matches()) {
        throw new IllegalArgumentException(
            "route \"" + name + "\": 'countries' holds codes such as PRK, not \"" + country + '"');
      }
      countries.add(country);
    }
    return new Route(name, pairs, countries, lowestTier(entry, name));
  }

  private static int lowestTier(JsonNode entry, String name) {
    JsonNode tier = entry.path("lowestTier");
    if (tier.isMissingNode()) {
      return 1;
    }
    if (!tier.isInt() || tier.asInt() < 1 || tier.asInt() > HIGHEST_TIER) {
      throw new IllegalArgumentException(
          "route \"" + name + "\": 'lowestTier' is 1, 2 or 3, not " + tier);
    }
    return tier.asInt();
  }

  private static List<String> texts(JsonNode entry, String name, String field) {
    JsonNode list = entry.path(field);
    if (list.isMissingNode()) {
      return List.of();
    }
    if (!list.isArray() || list.isEmpty()) {
      throw new IllegalArgumentException(
          "route \""
              + name
              + "\": '"
              + field
              + "' is a list with at least one entry; leave it out"
              + " to take all");
    }
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
