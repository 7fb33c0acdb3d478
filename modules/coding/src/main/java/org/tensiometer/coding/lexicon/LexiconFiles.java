package org.tensiometer.coding.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the lexicon's data files and remembers what it read: those of the class path, then those of
 * the same names in a user's folder, which may replace their entries.
 *
 * <p>Fields are separated by tabs; {@code #} at the beginning of a line starts a comment.
 */
final class LexiconFiles {

  private static final int HASH_DIGITS = 8;
  private static final String ENDING = ".tsv";

  private final Path folder;
  private final Consumer<LexiconException> faults;
  private final MessageDigest digest;
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param folder a user's folder; null without
   * @param faults is told every line that cannot be used, which is then left out; may throw it
   */
  LexiconFiles(Path folder, Consumer<LexiconException> faults) {
    this.folder = folder;
    this.faults = faults;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The bundled rows of a data file, then those of the user's folder. */
  List<Row> rows(String name, int required, int fields) {
    List<Row> rows = new ArrayList<>(bundled(name, required, fields));
    rows.addAll(added(name, required, fields));
    return rows;
  }

  /** The rows of a data file that comes with the program, padded with empty fields. */
  List<Row> bundled(String name, int required, int fields) {
    known.add(name);
    return parse(name, resource(name), required, fields);
  }

  /** The rows of a data file in the user's folder, padded; none if it has no such file. */
  List<Row> added(String name, int required, int fields) {
    known.add(name);
    Path file = folder == null ? null : folder.resolve(name);
    return file == null || !Files.isRegularFile(file)
        ? List.of()
        : parse(file.toString(), text(file), required, fields);
  }

  /** Does something with each row; a fault of one row does not keep the others from it. */
  void each(List<Row> rows, Consumer<Row> action) {
    for (Row row : rows) {
      try {
        action.accept(row);
      } catch (LexiconException e) {
        faults.accept(e);
      }
    }
  }

  /** Names the data files in the user's folder that nothing has asked for, to be called last. */
  void refuseUnknownFiles() {
    if (folder == null) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      faults.accept(new LexiconException(folder.toString(), "no such folder"));
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(ENDING))
          .filter(file -> !known.contains(name(file)))
          .sorted()
          .forEach(file -> faults.accept(unknown(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the lexicon folder " + folder, e);
    }
  }

  /** The first digits of the SHA-256 of everything read so far. */
  String hash() {
    try {
      MessageDigest sofar = (MessageDigest) digest.clone();
      return HexFormat.of().formatHex(sofar.digest()).substring(0, HASH_DIGITS);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 digests can be cloned", e);
    }
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private LexiconException unknown(Path file) {
    return new LexiconException(
        file.toString(),
        "no data file of the lexicon has this name; there are " + String.join(", ", known));
  }

  private List<Row> parse(String place, String text, int required, int fields) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\r?\n", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\t", -1);
      if (parts.length < required || parts.length > fields) {
        String what =
            required + " to " + fields + " fields with tabs between expected, not " + parts.length;
        faults.accept(new LexiconException(place, number, what));
        continue;
      }
      List<String> values = new ArrayList<>(List.of(parts));
      while (values.size() < fields) {
        values.add("");
      }
      values.replaceAll(String::strip);
      rows.add(new Row(place, number, List.copyOf(values)));
    }
    return rows;
  }

  private static String resource(String name) {
    try (InputStream in = LexiconFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new LexiconException(name, "not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the lexicon file " + name, e);
    }
  }

  private String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      faults.accept(new LexiconException(file.toString(), "not written in UTF-8"));
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the lexicon file " + file, e);
    }
  }
}
