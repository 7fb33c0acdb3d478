package org.tensiometer.topology.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

class BoundedRocksDbTest {

  private static final long MEBIBYTE = 1024 * 1024;

  @TempDir private Path folder;

  @Test
  void shouldGiveAllStoresOfTheProcessTheSameMemory() {
    try (Options first = options();
        Options second = options()) {
      new BoundedRocksDb().setConfig("first", first, Map.of());
      new BoundedRocksDb()
          .setConfig("second", second, Map.of(BoundedRocksDb.MEMORY_BYTES, "1000000"));

      assertThat(first.writeBufferManager())
          .isNotNull()
          .as("what the first store decided holds for all")
          .isSameAs(second.writeBufferManager());
    }
  }

  @Test
  void shouldCountBlocksAndWriteBuffersOfAllStoresAgainstTheSizeThatIsSet() throws Exception {
    BoundedRocksDb.Memory memory = new BoundedRocksDb.Memory(16 * MEBIBYTE);
    List<Options> options = new ArrayList<>();
    List<RocksDB> stores = new ArrayList<>();
    try {
      for (String name : List.of("first", "second")) {
        Options own = options();
        memory.bound(own);
        options.add(own);
        stores.add(RocksDB.open(own, folder.resolve(name).toString()));
      }
      long before = usage(stores.get(1));
      fill(stores.get(0), 4_000);

      for (RocksDB store : stores) {
        assertThat(store.getLongProperty("rocksdb.block-cache-capacity")).isEqualTo(16 * MEBIBYTE);
      }
      assertThat(usage(stores.get(1)))
          .as("what the first store wrote counts for the second")
          .isEqualTo(usage(stores.get(0)))
          .isGreaterThan(before + MEBIBYTE);

      // Far more than there is room for.
      for (RocksDB store : stores) {
        fill(store, 20_000);
      }
      long buffers = 0;
      for (RocksDB store : stores) {
        buffers += store.getLongProperty("rocksdb.cur-size-all-mem-tables");
      }
      assertThat(buffers).as("write buffers of both stores").isLessThan(16 * MEBIBYTE);
    } finally {
      stores.forEach(RocksDB::close);
      options.forEach(Options::close);
    }
  }

  @Test
  void shouldLeaveTheSharedMemoryOpenWhenAStoreIsClosed() throws Exception {
    BoundedRocksDb setter = new BoundedRocksDb();
    for (int round = 0; round < 3; round++) {
      Options options = options();
      setter.setConfig("store", options, Map.of());
      try (RocksDB store = RocksDB.open(options, folder.resolve("again").toString())) {
        fill(store, 10);
        store.flush(new FlushOptions());
        assertThat(store.get("key-9".getBytes(UTF_8))).hasSize(1_000);
      }
      setter.close("store", options);
      assertThat(options.writeBufferManager().isOwningHandle()).isTrue();
      options.close();
    }
  }

  private static Options options() {
    RocksDB.loadLibrary();
    return new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
  }

  private static void fill(RocksDB store, int records) throws RocksDBException {
    try (WriteOptions unlogged = new WriteOptions().setDisableWAL(true)) {
      for (int i = 0; i < records; i++) {
        store.put(unlogged, ("key-" + i).getBytes(UTF_8), new byte[1_000]);
      }
    }
  }

  private static long usage(RocksDB store) throws RocksDBException {
    return store.getLongProperty("rocksdb.block-cache-usage");
  }
}
