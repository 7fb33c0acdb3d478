package org.tensiometer.app.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensiometer.app.UserError;

/** The folder in which a broker of ours keeps everything. */
public final class DataFolder {

  /** A broker with all topics and the state of the topology takes about that before any article. */
  private static final long LEAST_MEBIBYTES = 100;

  private static final long MEBIBYTE = 1024 * 1024;

  private DataFolder() {}

  /**
   * Creates it if need be.
   *
   * @throws UserError if it cannot be written or has no room
   */
  public static void require(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "writable", null));
      long free = Files.getFileStore(folder).getUsableSpace() / MEBIBYTE;
      if (free < LEAST_MEBIBYTES) {
        throw UserError.environment(
            "the data folder "
                + folder
                + " has "
                + free
                + " MiB of free space and needs at least "
                + LEAST_MEBIBYTES
                + "; make room or choose another with --data",
            null);
      }
    } catch (IOException e) {
      throw UserError.environment(
          "the data folder "
              + folder
              + " cannot be written ("
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage()
              + "); choose another with --data",
          e);
    }
  }
}
