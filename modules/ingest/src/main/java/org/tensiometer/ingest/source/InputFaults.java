package org.tensiometer.ingest.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** What is wrong with an input that cannot be read, and what would be right, in one line. */
final class InputFaults {

  private InputFaults() {}

  static String of(IOException fault) {
    if (fault instanceof NoSuchFileException) {
      return "no such file";
    }
    if (fault instanceof AccessDeniedException) {
      return "may not be read by this user; right would be a file with read permission";
    }
    if (fault instanceof FileSystemLoopException) {
      return "leads back to itself; right would be a directory without such a link";
    }
    if (fault instanceof EOFException || fault instanceof ZipException) {
      return cutOff(fault);
    }
    if (fault instanceof OversizeException || fault instanceof NothingThereException) {
      return fault.getMessage();
    }
    if (fault instanceof MalformedInputException) {
      return "is not UTF-8";
    }
    String reason =
        fault instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : fault.getMessage();
    return "cannot be read: " + reason;
  }

  /** Of compressed data. */
  static String cutOff(IOException fault) {
    return fault instanceof EOFException
        ? "ends in the middle of its compressed data; what came before was read, the rest is"
            + " missing; right would be the whole file (gzip -t tests it)"
        : "has damaged compressed data ("
            + fault.getMessage()
            + "); what came before was read; right would be an undamaged file (gzip -t tests it)";
  }
}
