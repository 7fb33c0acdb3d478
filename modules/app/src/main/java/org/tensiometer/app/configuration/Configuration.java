package org.tensiometer.app.configuration;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tensiometer.app.UserError;

/**
 * What holds for one invocation. A flag stands above an environment variable, that above the file,
 * that above the default.
 */
public final class Configuration {

  private static final String MASK = "********";
  private static final String DEFAULT = "default";

  /**
   * A value and where it comes from.
   *
   * @param origin as the user would name it: {@code default}, {@code file x:3}, {@code environment
   *     X}, {@code flag --x}
   */
  public record Value(String text, String origin) {}

  private final SortedMap<String, Value> values = new TreeMap<>();

  private Configuration() {}

  /**
   * Joins the four sources.
   *
   * @param file from the flag; null takes the one that the environment names, if any
   * @param flags the settings given as flags
   * @throws UserError for a key that is unknown or set twice in one place, with that place
   */
  public static Configuration load(
      Path file, Map<String, String> environment, Map<Setting, String> flags) {
    Configuration configuration = new Configuration();
    for (Setting setting : Setting.values()) {
      setting.otherwise().ifPresent(value -> configuration.put(setting.key(), value, DEFAULT));
    }
    Path from = file == null ? named(environment) : file;
    if (from != null) {
      ConfigurationFile.read(from)
          .forEach(
              (key, entry) ->
                  configuration.put(key, entry.value(), "file " + from + ":" + entry.line()));
    }
    Variables.read(environment)
        .forEach(
            (key, entry) ->
                configuration.put(key, entry.value(), "environment " + entry.variable()));
    flags.forEach(
        (setting, value) -> configuration.put(setting.key(), value, "flag " + setting.flag()));
    return configuration;
  }

  private static Path named(Map<String, String> environment) {
    String name = environment.get(Variables.CONFIG);
    return name == null || name.isBlank() ? null : Path.of(name);
  }

  private void put(String key, String value, String origin) {
    values.put(key, new Value(value, origin));
  }

  /** Everything that is set, by key, secrets as they are. */
  public SortedMap<String, Value> values() {
    return new TreeMap<>(values);
  }

  /** Everything that is set, by key, with stars for secrets. */
  public SortedMap<String, Value> masked() {
    SortedMap<String, Value> masked = new TreeMap<>();
    values.forEach(
        (key, value) -> masked.put(key, new Value(mask(key, value.text()), value.origin())));
    return masked;
  }

  private static String mask(String key, String value) {
    if (KnownKeys.isSecret(key)) {
      return MASK;
    }
    // http://user:password@host
    return value.replaceAll("://[^/@\\s]+@", "://" + MASK + "@");
  }

  /** The value of a setting that has a default. */
  public String text(Setting setting) {
    return find(setting).orElseThrow(() -> new IllegalArgumentException(setting + " has none"));
  }

  /** Whether somebody set it, even to its default. */
  public boolean isSet(Setting setting) {
    Value value = values.get(setting.key());
    return value != null && !value.origin().equals(DEFAULT);
  }

  /** The value of a setting, empty if it is set nowhere. */
  public Optional<String> find(Setting setting) {
    return Optional.ofNullable(values.get(setting.key())).map(Value::text);
  }

  /**
   * The value of a setting as a whole number, empty if it is set nowhere.
   *
   * @throws UserError if it is none, with its origin
   */
  public Optional<Integer> number(Setting setting) {
    return find(setting).map(text -> number(setting, text));
  }

  /**
   * A fault of the value of a setting.
   *
   * @param what is wrong and what would be right
   */
  public UserError fault(Setting setting, String what, Exception cause) {
    Value value = values.get(setting.key());
    return UserError.environment(
        setting.key()
            + (value == null ? "" : " \"" + value.text() + "\" (" + value.origin() + ")")
            + ": "
            + what,
        cause);
  }

  private int number(Setting setting, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw fault(setting, "needs a whole number", e);
    }
  }

  /** Kafka's and the serde's settings, secrets as they are; those of {@link Setting} left out. */
  public Map<String, String> clients() {
    Map<String, String> clients = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (Setting.ofKey(key).isEmpty()) {
            clients.put(key, value.text());
          }
        });
    return clients;
  }
}
