package org.tensiometer.app.command;

import org.tensiometer.app.UserError;
import picocli.CommandLine.Option;

/** Commands that take something away say first what that is, and do it only when told to. */
final class Confirmation {

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do it.")
  private boolean yes;

  /** Whether it is to be done. */
  boolean isGiven() {
    return yes && !dryRun;
  }

  /**
   * Ends a command that was told neither to do it nor only to say it.
   *
   * @param does what {@code --yes} does, such as "erases the article"
   * @throws UserError if so
   */
  void require(String does) {
    if (!yes && !dryRun) {
      throw UserError.environment("nothing was changed; --yes " + does, null);
    }
  }
}
