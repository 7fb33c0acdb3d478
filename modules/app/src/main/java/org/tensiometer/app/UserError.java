package org.tensiometer.app;

import java.util.Optional;
import org.tensiometer.operations.RefusedOperationException;

/** Something the user can put right; shown as one sentence without a stack trace. */
public final class UserError extends RuntimeException {

  /** Nothing could be read. */
  public static final int NOTHING_READ = 1;

  /** Wrong use, or something around us is missing. */
  public static final int ENVIRONMENT = 2;

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private UserError(int exitCode, String sentence, Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  public static UserError nothingRead(String sentence) {
    return new UserError(NOTHING_READ, sentence, null);
  }

  public static UserError environment(String sentence, Throwable cause) {
    return new UserError(ENVIRONMENT, sentence, cause);
  }

  /**
   * @param failure of a part that may have ended by itself
   * @throws UserError as {@link #stopped} if it has
   */
  public static void requireAtWork(String what, Optional<Throwable> failure) {
    if (failure.isPresent()) {
      throw stopped(what, failure.get());
    }
  }

  /**
   * A part has ended by itself; names what it threw and, where that is another, its root.
   *
   * @param what for instance "the topology"
   */
  public static UserError stopped(String what, Throwable fault) {
    String said = fault.toString();
    Throwable root = fault;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String because = said.contains(root.toString()) ? "" : ", because of " + root;
    return environment(what + " has stopped: " + said + because, fault);
  }

  public int exitCode() {
    return exitCode;
  }

  /** The fault in one sentence; the class says it where there is no message. */
  static String sentence(Throwable fault) {
    String message = fault.getMessage();
    String said = message == null ? fault.getClass().getSimpleName() : message;
    boolean whole = fault instanceof UserError || fault instanceof RefusedOperationException;
    return whole ? said : said + " (--debug shows where)";
  }
}
