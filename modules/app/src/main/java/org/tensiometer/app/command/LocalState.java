package org.tensiometer.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.wire.topics.Topics;

/**
 * What the topology of a generation keeps on this machine.
 *
 * @param folder that of its application id in the state folder
 */
record LocalState(Path folder) {

  /** Where the configuration says that it is. */
  static LocalState of(Configuration configuration, Topics topics) {
    return new LocalState(
        Path.of(configuration.text(Setting.STATE_FOLDER))
            .toAbsolutePath()
            .resolve(topics.applicationId()));
  }

  /** The folder, or none if it is not there. */
  List<String> folders() {
    return Files.isDirectory(folder) ? List.of(folder.toString()) : List.of();
  }

  void delete() {
    try {
      Utils.delete(folder.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }

  /** For people: what becomes of it here, and what else there may be of it. */
  List<String> lines(boolean there, String does) {
    return List.of(
        there ? does + "folder " + folder : "no local state at " + folder,
        "On other machines delete the folder "
            + folder.getFileName()
            + " in the state folder too.");
  }
}
