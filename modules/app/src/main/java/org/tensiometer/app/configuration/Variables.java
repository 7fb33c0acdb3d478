package org.tensiometer.app.configuration;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tensiometer.app.UserError;

/** Settings in environment variables. */
final class Variables {

  static final String PREFIX = "TENSIOMETER_";

  /** Names the configuration file where no flag does. */
  static final String CONFIG = PREFIX + "CONFIG";

  /** Read by the launcher, by logging and by the language models. */
  private static final Set<String> OTHERS =
      Set.of(
          CONFIG,
          PREFIX + "JAVA_OPTS",
          PREFIX + "HEAP",
          PREFIX + "BUILD",
          PREFIX + "CACHE",
          PREFIX + "LOG_LEVEL");

  /**
   * Kubernetes sets these in every container of a namespace with a service whose name begins with
   * tensiometer; that of the port is told by its value, {@code tcp://10.0.0.1:8080}.
   */
  private static final Pattern OF_A_SERVICE =
      Pattern.compile(PREFIX + "(.*_)?(SERVICE_(HOST|PORT.*)|PORT_[0-9]+_(TCP|UDP).*)");

  private static final Pattern ADDRESS_OF_A_SERVICE = Pattern.compile("(tcp|udp)://.*");

  private Variables() {}

  /**
   * One setting.
   *
   * @param variable that sets it
   */
  record Entry(String value, String variable) {}

  /**
   * The settings among these variables, by key.
   *
   * @throws UserError for a variable that looks like a setting and is none
   */
  static Map<String, Entry> read(Map<String, String> environment) {
    Map<String, String> keys = null;
    Map<String, Entry> entries = new TreeMap<>();
    for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
      String name = variable.getKey();
      if (!name.startsWith(PREFIX) || OTHERS.contains(name) || isOfAService(variable)) {
        continue;
      }
      keys = keys == null ? keys() : keys;
      String key = keys.get(name);
      if (key != null) {
        entries.put(key, new Entry(variable.getValue().strip(), name));
      } else {
        throw UserError.environment(
            "the environment variable "
                + name
                + " sets nothing; config keys lists what can be set, or unset it",
            null);
      }
    }
    return entries;
  }

  private static boolean isOfAService(Map.Entry<String, String> variable) {
    return OF_A_SERVICE.matcher(variable.getKey()).matches()
        || variable.getKey().endsWith("_PORT")
            && ADDRESS_OF_A_SERVICE.matcher(variable.getValue()).matches();
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new HashMap<>();
    KnownKeys.all().forEach(key -> keys.put(Setting.variable(key), key));
    return keys;
  }
}
