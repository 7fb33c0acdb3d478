package org.tensiometer.app.command;

import org.tensiometer.app.UserError;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commands that take something away say first what that is, and do it only when told to. */
final class Confirmation {

  @Mixin private DryRunOption dryRun;

  @Option(
      names = {"--yes", "--execute"},
      description = "Do it.")
  private boolean yes;

  /** Whether it is to be done. */
  boolean isGiven() {
    return yes && !dryRun.isGiven();
  }

  /**
   * Ends a command that was told neither to do it nor only to say it.
   *
   * @param does what {@code --yes} does, such as "erases the article"
   * @throws UserError if so
   */
  void require(String does) {
    if (!yes && !dryRun.isGiven()) {
      throw UserError.environment("nothing was changed; --yes " + does, null);
    }
  }
}
