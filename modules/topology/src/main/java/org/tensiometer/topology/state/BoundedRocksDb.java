package org.tensiometer.topology.state;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * All stores of the process share one block cache, which the write buffers count against, so that
 * memory outside the heap does not grow with stores, partitions and generations.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

  /** Memory outside the heap for all stores of the process, bytes. The first store decides. */
  public static final String MEMORY_BYTES = "tensiometer.rocksdb.memory.bytes";

  public static final long DEFAULT_MEMORY_BYTES = 96L * 1024 * 1024;

  private static final double WRITE_BUFFER_SHARE = 0.5;
  private static final double INDEX_SHARE = 0.1;
  private static final long WRITE_BUFFER_BYTES = 8L * 1024 * 1024;
  private static final int WRITE_BUFFERS = 2;

  // RocksDB is shared by the process, and Kafka creates one setter for every store.
  private static Memory shared;

  /** A block cache, and the write buffers that count against it. */
  static final class Memory {

    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    /**
     * @param bytes of both together
     */
    Memory(long bytes) {
      RocksDB.loadLibrary();
      cache = new LRUCache(bytes, -1, false, INDEX_SHARE);
      writeBuffers = new WriteBufferManager((long) (bytes * WRITE_BUFFER_SHARE), cache);
    }

    /** Lets a store have no other memory than this. */
    void bound(Options options) {
      BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
      table.setBlockCache(cache);
      table.setCacheIndexAndFilterBlocks(true);
      table.setCacheIndexAndFilterBlocksWithHighPriority(true);
      table.setPinTopLevelIndexAndFilter(true);
      options.setTableFormatConfig(table);
      options.setWriteBufferManager(writeBuffers);
      options.setWriteBufferSize(WRITE_BUFFER_BYTES);
      options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    }
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> settings) {
    shared(settings).bound(options);
  }

  @Override
  public void close(String storeName, Options options) {
    // Cache and buffer manager are the process's, not the store's.
  }

  private static synchronized Memory shared(Map<String, Object> settings) {
    if (shared == null) {
      Object bytes = settings.getOrDefault(MEMORY_BYTES, DEFAULT_MEMORY_BYTES);
      shared = new Memory(Long.parseLong(bytes.toString()));
    }
    return shared;
  }
}
