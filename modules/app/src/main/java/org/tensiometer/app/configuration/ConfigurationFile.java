package org.tensiometer.app.configuration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.tensiometer.app.UserError;

/** A properties file in UTF-8, read with the line of every entry. */
final class ConfigurationFile {

  /**
   * One entry.
   *
   * @param line where it begins, from 1
   */
  record Entry(String value, int line) {}

  private final Path file;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private ConfigurationFile(Path file) {
    this.file = file;
  }

  /**
   * Its entries by key.
   *
   * @throws UserError with file and line for a key that nobody knows or that is set twice
   */
  static Map<String, Entry> read(Path file) {
    ConfigurationFile reading = new ConfigurationFile(file);
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      reading.take(lines);
    } catch (NoSuchFileException e) {
      throw UserError.environment("--config " + file + ": no such file", e);
    } catch (CharacterCodingException e) {
      throw UserError.environment("--config " + file + " is no UTF-8 text", e);
    } catch (IOException e) {
      throw UserError.environment("--config " + file + " cannot be read: " + e.getMessage(), e);
    }
    return reading.entries;
  }

  private void take(BufferedReader lines) throws IOException {
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int first = ++number;
      StringBuilder entry = new StringBuilder(line);
      while (!isComment(entry) && goesOn(line)) {
        line = lines.readLine();
        if (line == null) {
          break;
        }
        number++;
        entry.append('\n').append(line);
      }
      take(entry.toString(), first);
    }
  }

  // Escapes and separators are left to the class that defines them.
  private void take(String entry, int line) throws IOException {
    Properties one = new Properties();
    try {
      one.load(new StringReader(entry));
    } catch (IllegalArgumentException e) {
      throw refused(line, "is no line of a properties file: " + e.getMessage());
    }
    for (String key : one.stringPropertyNames()) {
      Entry before = entries.put(key, new Entry(one.getProperty(key).strip(), line));
      if (before != null) {
        throw refused(
            line, key + " is set a second time, first in line " + before.line() + "; leave one");
      }
      if (!KnownKeys.contains(key)) {
        throw refused(
            line,
            "nobody knows the key " + key + "; config keys lists ours, all others are Kafka's");
      }
    }
  }

  private UserError refused(int line, String what) {
    return UserError.environment(file + ":" + line + ": " + what, null);
  }

  private static boolean isComment(CharSequence entry) {
    String text = entry.toString().stripLeading();
    return text.startsWith("#") || text.startsWith("!");
  }

  private static boolean goesOn(String line) {
    int backslashes = 0;
    while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
