package org.tensiometer.tension.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tensiometer.tension.Fingerprints;

/** Reads the data files, from the class path or from a folder. */
final class TensionConfigLoader {

  private static final String PROPERTIES = "tension.properties";
  private static final String RESOURCES = "/org/tensiometer/tension/";
  private static final String EVENT_DATA = "event-data/";
  private static final int HASH_DIGITS = 16;

  private TensionConfigLoader() {}

  static TensionConfig shipped() {
    return load(TensionConfigLoader::resource);
  }

  static TensionConfig eventData() {
    return load(
        name -> {
          String special = EVENT_DATA + name;
          boolean shipped = TensionConfigLoader.class.getResource(RESOURCES + special) == null;
          return resource(shipped ? name : special);
        });
  }

  static TensionConfig from(Path folder) {
    Set<String> known = new TreeSet<>();
    TensionConfig config =
        load(
            name -> {
              known.add(name);
              Path file = folder.resolve(name);
              return Files.exists(file) ? read(file) : resource(name);
            });
    requireKnown(folder, known);
    return config;
  }

  // A file with a typing error in its name would change nothing, and nobody would know.
  private static void requireKnown(Path folder, Set<String> known) {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".tsv") || name.endsWith(".properties"))
          .filter(name -> !known.contains(name))
          .sorted()
          .findFirst()
          .ifPresent(
              name -> {
                throw new IllegalArgumentException(
                    name + " is none of the data files: " + String.join(", ", known));
              });
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }

  private static TensionConfig load(Function<String, String> files) {
    Map<String, String> read = new TreeMap<>();
    Function<String, Table> table =
        name -> new Table(name, read.computeIfAbsent(name, files).replace("\r\n", "\n"));
    Thresholds thresholds = thresholds(read.computeIfAbsent(PROPERTIES, files));
    FactualityWeights factuality = FactualityWeights.read(table.apply("factuality.tsv"));
    ActFamilies families = ActFamilies.read(table.apply("act-families.tsv"));
    CommonWords common = CommonWords.read(table.apply("common-words.tsv"));
    Outlets outlets = Outlets.read(table.apply("outlets.tsv"));
    ActWords words = ActWords.read(table.apply("act-words.tsv"));
    Parties parties = Parties.read(table.apply("parties.tsv"));
    String hash = Fingerprints.hex(read.toString(), HASH_DIGITS);
    return new TensionConfig(
        thresholds, factuality, families, common, outlets, words, parties, hash);
  }

  private static Thresholds thresholds(String content) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(content));
      return Thresholds.of(properties);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PROPERTIES + ": " + e.getMessage(), e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = TensionConfigLoader.class.getResourceAsStream(RESOURCES + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
