package org.tensiometer.topology.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Stores whose files were damaged while nobody looked. */
class DamagedStateTest {

  private enum Damage {
    MISSING_ROOT("CURRENT"),
    OTHER_MANIFEST("MANIFEST-"),
    TRUNCATED_TABLE(".sst"),
    MISSING_TABLE(".sst"),
    OTHER_FIRST_BLOCK(".sst");

    private final String files;

    Damage(String files) {
      this.files = files;
    }

    void to(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      switch (this) {
        case MISSING_ROOT, MISSING_TABLE -> Files.delete(file);
        case OTHER_MANIFEST -> Files.write(file, new byte[bytes.length]);
        case TRUNCATED_TABLE -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        case OTHER_FIRST_BLOCK -> {
          Arrays.fill(bytes, 0, 16, (byte) 0x5a);
          Files.write(file, bytes);
        }
      }
    }
  }

  private final DamagedState damaged = new DamagedState();

  @TempDir private Path application;
  private Path good;
  private Path bad;

  @BeforeEach
  void createStores() throws Exception {
    good = createStore("0_0");
    bad = createStore("0_1");
  }

  @Test
  void shouldLeaveAloneWhatCanBeRead() throws Exception {
    Files.createDirectories(application.resolve("1_0/rocksdb/not-written-yet"));
    damaged.discard(application);
    assertThat(damaged.found()).isZero();
    assertThat(good).isDirectory();
    assertThat(bad).isDirectory();
    assertThat(application.resolve("1_0")).isDirectory();
  }

  @ParameterizedTest
  @EnumSource
  void shouldDeleteTheFolderOfATaskWhoseStoreDoesNotOpen(Damage damage) throws Exception {
    try (Stream<Path> files = Files.list(bad)) {
      for (Path file : files.filter(f -> f.toString().contains(damage.files)).toList()) {
        damage.to(file);
      }
    }
    damaged.discard(application);
    assertThat(damaged.found()).isEqualTo(1);
    assertThat(application.resolve("0_1")).doesNotExist();
    assertThat(good).isDirectory();
  }

  @Test
  void shouldPassOverAFolderThatIsNotThereYet() {
    damaged.discard(application.resolve("none"));
    assertThat(damaged.found()).isZero();
  }

  private Path createStore(String task) throws IOException, RocksDBException {
    RocksDB.loadLibrary();
    Path folder =
        Files.createDirectories(application.resolve(task).resolve("rocksdb")).resolve("days");
    try (Options options = new Options().setCreateIfMissing(true);
        RocksDB store = RocksDB.open(options, folder.toString());
        FlushOptions wait = new FlushOptions().setWaitForFlush(true)) {
      for (int day = 0; day < 100; day++) {
        store.put(("day-" + day).getBytes(UTF_8), "what was told".getBytes(UTF_8));
      }
      store.flush(wait);
    }
    return folder;
  }
}
