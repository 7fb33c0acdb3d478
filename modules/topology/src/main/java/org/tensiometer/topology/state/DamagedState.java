package org.tensiometer.topology.state;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Local state that cannot be read any more. All of it is in the changelogs too, so it is thrown
 * away and restored. Safe for use by many threads.
 */
public final class DamagedState {

  private static final Logger LOG = LoggerFactory.getLogger(DamagedState.class);

  private static final String STORES = "rocksdb";
  private static final String MISSING_FILE = "No such file";

  private final AtomicLong found = new AtomicLong();

  /** How often damage was found so far. */
  public long found() {
    return found.get();
  }

  /**
   * Deletes the folder of every task of which a store does not open. Most blocks of data are not
   * read here; what is wrong with them is seen when they are, see {@link #isCauseOf}.
   *
   * @param application folder of the application in the state folder, which nobody else uses now
   * @throws UncheckedIOException if a folder cannot be read or deleted
   */
  public void discard(Path application) {
    for (Path task : TaskFolders.of(application)) {
      for (Path store : TaskFolders.children(task.resolve(STORES), "*")) {
        Optional<RocksDBException> fault = faultOf(store);
        if (fault.isPresent()) {
          found.incrementAndGet();
          LOG.warn(
              "Local state in {} is damaged and is thrown away, to be restored from its changelogs:"
                  + " {}",
              store,
              fault.get().getMessage());
          TaskFolders.delete(task);
          break;
        }
      }
    }
  }

  /** Counts damage that a thread met at work and ended of. */
  public void met() {
    found.incrementAndGet();
  }

  /**
   * Whether a thread ended because of damaged files. Kafka Streams itself then deletes the folders
   * of the thread's tasks: under exactly-once no state outlives an unclean end.
   */
  public static boolean isCauseOf(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof RocksDBException damage && isDamage(damage)) {
        return true;
      }
    }
    return false;
  }

  /** No right to read, or no space, is not the files' fault. */
  private static boolean isDamage(RocksDBException fault) {
    return fault.getStatus() != null && fault.getStatus().getCode() == Status.Code.Corruption
        || fault.getMessage().contains(MISSING_FILE);
  }

  private static Optional<RocksDBException> faultOf(Path store) {
    if (TaskFolders.children(store, "*").isEmpty()) {
      // Never written.
      return Optional.empty();
    }
    RocksDB.loadLibrary();
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    try (Options options = new Options();
        DBOptions database = new DBOptions()) {
      List<ColumnFamilyDescriptor> families =
          RocksDB.listColumnFamilies(options, store.toString()).stream()
              .map(ColumnFamilyDescriptor::new)
              .toList();
      if (families.isEmpty()) {
        return Optional.of(new RocksDBException(MISSING_FILE + " that says which are the store's"));
      }
      try (RocksDB opened = RocksDB.openReadOnly(database, store.toString(), families, handles)) {
        for (ColumnFamilyHandle handle : handles) {
          readFirst(opened, handle);
          handle.close();
        }
      }
      return Optional.empty();
    } catch (RocksDBException e) {
      return isDamage(e) ? Optional.of(e) : Optional.empty();
    }
  }

  /** Kafka Streams reads its own few keys when it opens a store. */
  private static void readFirst(RocksDB store, ColumnFamilyHandle family) throws RocksDBException {
    try (RocksIterator keys = store.newIterator(family)) {
      keys.seekToFirst();
      keys.status();
    }
  }
}
