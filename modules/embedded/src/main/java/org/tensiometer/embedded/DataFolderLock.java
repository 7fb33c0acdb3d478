package org.tensiometer.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a data folder for one process. The operating system drops the lock when the process dies,
 * however it dies.
 */
final class DataFolderLock implements AutoCloseable {

  static final String FILE = "lock";

  // The owner's process id stands at the start of the file; the lock lies far behind it, because
  // some systems let nobody read a locked region.
  private static final long LOCKED_POSITION = Long.MAX_VALUE - 1;
  private static final int MAX_OWNER_BYTES = 32;

  private final FileChannel channel;

  private DataFolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder, and creates it if need be.
   *
   * @throws EmbeddedStartException if it is taken or cannot be written
   */
  static DataFolderLock take(Path folder) {
    FileChannel channel = open(folder);
    try {
      if (!lock(channel)) {
        String owner = owner(channel);
        channel.close();
        throw new EmbeddedStartException(
            "Data folder "
                + folder.toAbsolutePath()
                + " is in use"
                + (owner.isEmpty() ? "" : " by process " + owner)
                + "; stop it or choose another data folder");
      }
      channel.truncate(0);
      channel.write(StandardCharsets.UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
      return new DataFolderLock(channel);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("The lock of a data folder cannot be given back", e);
    }
  }

  private static FileChannel open(Path folder) {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve(FILE),
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_POSITION, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MAX_OWNER_BYTES);
    channel.read(bytes, 0);
    String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
    return text.chars().allMatch(Character::isDigit) ? text : "";
  }

  private static EmbeddedStartException unwritable(Path folder, IOException cause) {
    return new EmbeddedStartException(
        "Data folder " + folder.toAbsolutePath() + " cannot be written: " + cause, cause);
  }
}
