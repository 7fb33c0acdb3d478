package org.tensiometer.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;

/** All versions of one subject, as they stand in {@code schemas/<subject>/<version>.avsc}. */
record SchemaHistory(String subject, List<Schema> oldestFirst) {

  static List<SchemaHistory> allIn(Path schemas) {
    try (Stream<Path> folders = Files.list(schemas)) {
      return folders.filter(Files::isDirectory).sorted().map(SchemaHistory::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Schema newest() {
    return oldestFirst.get(oldestFirst.size() - 1);
  }

  /** BACKWARD_TRANSITIVE, of each version against all before it. */
  void validate() throws SchemaValidationException {
    SchemaValidator validator = new SchemaValidatorBuilder().canReadStrategy().validateAll();
    for (int version = 1; version < oldestFirst.size(); version++) {
      List<Schema> earlier = new ArrayList<>(oldestFirst.subList(0, version));
      Collections.reverse(earlier);
      validator.validate(oldestFirst.get(version), earlier);
    }
  }

  @Override
  public String toString() {
    return subject;
  }

  private static SchemaHistory read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      long count = files.count();
      List<Schema> versions = new ArrayList<>();
      for (int version = 1; version <= count; version++) {
        Path file = folder.resolve(version + ".avsc");
        if (!Files.exists(file)) {
          throw new IllegalStateException(
              folder.getFileName()
                  + " has "
                  + count
                  + " files, but no "
                  + file.getFileName()
                  + "; versions are numbered from 1 without a gap");
        }
        versions.add(new Schema.Parser().parse(file.toFile()));
      }
      return new SchemaHistory(folder.getFileName().toString(), List.copyOf(versions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
