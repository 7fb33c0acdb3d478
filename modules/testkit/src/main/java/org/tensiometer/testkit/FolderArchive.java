package org.tensiometer.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A folder with all it holds as one zip file, to be kept beside a test. */
public final class FolderArchive {

  private FolderArchive() {}

  /** Packs the files below a folder, in the order of their names. */
  public static void pack(Path folder, Path archive) {
    try (Stream<Path> all = Files.walk(folder);
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts all files of an archive below a folder. */
  public static void unpack(Path archive, Path folder) {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException(archive + " holds a file outside of its folder: " + entry);
        }
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
