package org.tensiometer.app.command;

import picocli.CommandLine.Option;

/** Whether a command only says what it would do. */
final class DryRunOption {

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean dryRun;

  boolean isGiven() {
    return dryRun;
  }
}
