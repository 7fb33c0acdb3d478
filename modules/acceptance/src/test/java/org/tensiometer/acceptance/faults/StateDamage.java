package org.tensiometer.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a bad disk or a careless hand does to the files of local state while nobody looks. */
enum StateDamage {
  ROOT_IS_GONE("CURRENT") {
    @Override
    boolean to(Path file) throws IOException {
      Files.delete(file);
      return true;
    }
  },
  TABLES_ARE_CUT(".sst") {
    @Override
    boolean to(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      return true;
    }
  },
  /** The store opens: what opening reads, the ends of the file, is as it was. */
  BLOCKS_ARE_OVERWRITTEN(".sst") {
    @Override
    boolean to(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length <= 2 * END) {
        return false;
      }
      Arrays.fill(bytes, END, bytes.length - END, (byte) 0x5a);
      Files.write(file, bytes);
      return true;
    }
  };

  private static final int END = 8 * 1024;

  private final String files;

  StateDamage(String files) {
    this.files = files;
  }

  /** Whether there was anything to be damaged. */
  abstract boolean to(Path file) throws IOException;

  /** Damages all files of this kind and returns how many they were. */
  int toAll(Path state) {
    try (Stream<Path> all = Files.walk(state)) {
      List<Path> named =
          all.filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().contains(files))
              .toList();
      int damaged = 0;
      for (Path file : named) {
        damaged += to(file) ? 1 : 0;
      }
      return damaged;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
