package org.tensiometer.app.command;

import picocli.CommandLine.Option;

/** How results are printed. */
final class OutputOption {

  /** For people or for programs. */
  enum Output {
    TEXT,
    JSON
  }

  @Option(
      names = "--output",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "text for people, json for programs. Default: ${DEFAULT-VALUE}.")
  private Output output;

  boolean isJson() {
    return output == Output.JSON;
  }
}
