package org.tensiometer.sink.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.EventType;

/** Reads a file of routes; what is wrong in it is said with its line and what would be right. */
final class RoutesFile {

  private static final Set<String> FIELDS =
      new TreeSet<>(
          Set.of(
              "name",
              "pairs",
              "countries",
              "regions",
              "lowestTier",
              "events",
              "lowestOutlets",
              "mute",
              "acknowledged",
              "format"));
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern ALERT = Pattern.compile("a[0-9a-f]{24}");
  private static final int HIGHEST_TIER = 3;

  private final Path file;
  private final LocatedJson json;

  private RoutesFile(Path file, LocatedJson json) {
    this.file = file;
    this.json = json;
  }

  /**
   * @throws IllegalArgumentException in one sentence for the user
   */
  static Routes read(Path file) {
    try {
      return new RoutesFile(file, LocatedJson.of(Files.readString(file))).routes();
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
    }
  }

  private Routes routes() {
    JsonNode list = json.root().path("routes");
    if (!list.isArray()) {
      throw fault(
          "",
          "needs an object with \"routes\", a list; for instance"
              + " {\"routes\": [{\"name\": \"korea\", \"pairs\": [\"KOR-PRK\"]}]}");
    }
    List<Route> routes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      Route route = route(list.get(i), "/routes/" + i, i + 1);
      if (!names.add(route.name())) {
        throw fault("/routes/" + i, "two routes are named \"" + route.name() + '"');
      }
      routes.add(route);
    }
    return new Routes(routes);
  }

  private Route route(JsonNode entry, String path, int number) {
    String name = entry.path("name").asText();
    if (!NAME.matcher(name).matches()) {
      throw fault(
          path,
          "route "
              + number
              + ": 'name' is 1 to 40 small letters, digits or hyphens, not \""
              + name
              + '"');
    }
    entry.fieldNames().forEachRemaining(field -> requireKnown(path, name, field));
    Part part = new Part(entry, path, "route \"" + name + "\": ");
    Set<String> countries = new HashSet<>(part.words("countries", this::country));
    part.words("regions", this::region).forEach(countries::addAll);
    return new Route(
        name,
        Set.copyOf(part.words("pairs", this::pair)),
        countries,
        part.number("lowestTier", 1, HIGHEST_TIER),
        Set.copyOf(part.words("events", this::event)),
        part.number("lowestOutlets", 1, Integer.MAX_VALUE),
        Set.copyOf(part.words("mute", this::pair)),
        acknowledged(part),
        format(part));
  }

  private void requireKnown(String path, String route, String field) {
    if (!FIELDS.contains(field)) {
      String meant = Places.suggestion(field, FIELDS.stream());
      throw fault(
          path + '/' + field,
          "route \""
              + route
              + "\": unknown '"
              + field
              + '\''
              + (meant.isEmpty() ? "; known are " + FIELDS : meant));
    }
  }

  private String pair(Part at, String word) {
    CountryPair pair;
    try {
      pair = CountryPair.parse(word);
    } catch (IllegalArgumentException e) {
      throw at.fault(e.getMessage());
    }
    country(at, pair.a());
    country(at, pair.b());
    return pair.toString();
  }

  private String country(Part at, String code) {
    if (!Places.isCountry(code)) {
      throw at.fault(
          "there is no country "
              + code
              + "; countries are ISO 3166-1 alpha-3 codes such as PRK"
              + Places.suggestion(code.toUpperCase(Locale.ROOT), Places.countries().stream()));
    }
    return code;
  }

  private Set<String> region(Part at, String name) {
    if (!Places.regions().contains(name)) {
      throw at.fault("there is no region " + name + "; known are " + Places.regions());
    }
    return Places.countriesOf(name);
  }

  private EventType event(Part at, String word) {
    Set<String> known =
        Stream.of(EventType.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!known.contains(word)) {
      throw at.fault("there is no event type " + word + "; known are " + known);
    }
    return EventType.valueOf(word);
  }

  private static Map<String, Integer> acknowledged(Part route) {
    Map<String, Integer> tiers = new HashMap<>();
    JsonNode map = route.entry().path("acknowledged");
    Part part = route.at("acknowledged", map);
    if (!map.isMissingNode() && !map.isObject()) {
      throw part.fault(
          "'acknowledged' has the tier for each alert id, for instance"
              + " {\"a080598994d862526a6c207a4\": 1}");
    }
    map.fieldNames()
        .forEachRemaining(
            id -> {
              if (!ALERT.matcher(id).matches()) {
                throw part.at(id, map.get(id))
                    .fault("an alert id is a and 24 hexadecimal digits, not \"" + id + '"');
              }
              tiers.put(id, part.number(id, 1, HIGHEST_TIER));
            });
    return tiers;
  }

  private static AlertFormat format(Part route) {
    JsonNode word = route.entry().path("format");
    return Stream.of(AlertFormat.values())
        .filter(format -> word.isMissingNode() || format.word().equals(word.asText()))
        .findFirst()
        .orElseThrow(
            () ->
                route
                    .at("format", word)
                    .fault("'format' is one of " + AlertFormat.words() + ", not " + word));
  }

  private IllegalArgumentException fault(String path, String sentence) {
    return new IllegalArgumentException(
        "routes file " + file + ':' + json.line(path) + ": " + sentence);
  }

  /** Reads one word of a list. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(Part at, String word);
  }

  /** A part of a route, with its place. */
  private final class Part {

    private final JsonNode entry;
    private final String path;
    private final String subject;

    Part(JsonNode entry, String path, String subject) {
      this.entry = entry;
      this.path = path;
      this.subject = subject;
    }

    JsonNode entry() {
      return entry;
    }

    Part at(String field, JsonNode value) {
      return new Part(value, path + '/' + field, subject);
    }

    IllegalArgumentException fault(String sentence) {
      return RoutesFile.this.fault(path, subject + sentence);
    }

    <T> List<T> words(String field, Reading<T> reading) {
      JsonNode list = entry.path(field);
      if (list.isMissingNode()) {
        return List.of();
      }
      if (!list.isArray() || list.isEmpty()) {
        throw at(field, list)
            .fault(
                "'"
                    + field
                    + "' is a list with at least one entry; leave it out where it does not matter");
      }
      List<T> words = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        words.add(reading.of(at(field + '/' + i, list.get(i)), list.get(i).asText()));
      }
      return words;
    }

    int number(String field, int lowest, int highest) {
      JsonNode number = entry.path(field);
      if (number.isMissingNode()) {
        return lowest;
      }
      if (!number.isInt() || number.asInt() < lowest || number.asInt() > highest) {
        throw at(field, number)
            .fault(
                "'"
                    + field
                    + "' is a whole number from "
                    + lowest
                    + (highest == Integer.MAX_VALUE ? "" : " to " + highest)
                    + ", not "
                    + number);
      }
      return number.asInt();
    }
  }
}
