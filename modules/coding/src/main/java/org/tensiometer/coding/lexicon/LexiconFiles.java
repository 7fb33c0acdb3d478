package org.tensiometer.coding.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the lexicon's data files and remembers what it read. A file of the class path comes first;
 * a file of the same name in the override folder follows and may replace its entries.
 *
 * <p>Fields are separated by tabs; {@code #} at the beginning of a line starts a comment.
 */
final class LexiconFiles {

  private static final int HASH_DIGITS = 8;

  private final Path override;
  private final MessageDigest digest;

  /**
   * @param override folder with further files; null without
   */
  LexiconFiles(Path override) {
    this.override = override;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * The rows of a data file, padded with empty fields.
   *
   * @throws LexiconException if a row has fewer than {@code required} fields
   */
  List<Row> rows(String name, int required, int fields) {
    List<Row> rows = new ArrayList<>();
    parse(name, bundled(name), required, fields, rows);
    if (override != null && Files.isRegularFile(override.resolve(name))) {
      Path file = override.resolve(name);
      parse(file.toString(), text(file), required, fields, rows);
    }
    return rows;
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

  private void parse(String place, String text, int required, int fields, List<Row> rows) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\t", -1);
      if (parts.length < required || parts.length > fields) {
        throw new LexiconException(
            place, number, required + " to " + fields + " fields expected, not " + parts.length);
      }
      List<String> values = new ArrayList<>(List.of(parts));
      while (values.size() < fields) {
        values.add("");
      }
      values.replaceAll(String::strip);
      rows.add(new Row(place, number, List.copyOf(values)));
    }
  }

  private static String bundled(String name) {
    try (InputStream in = LexiconFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new LexiconException(name, 0, "not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the lexicon file " + name, e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the lexicon file " + file, e);
    }
  }
}
