package org.tensiometer.wire.registry;

import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;

/** The registry understood the request and refused it; asking again gives the same answer. */
public class RegistryException extends SerializationException {

  /** Error code: the subject is unknown. */
  public static final int SUBJECT_NOT_FOUND = 40401;

  /** Error code: the subject has no such version. */
  public static final int VERSION_NOT_FOUND = 40402;

  /** Error code: no such schema, by its id or in its subject. */
  public static final int SCHEMA_NOT_FOUND = 40403;

  /** Error code: the subject has no compatibility level of its own. */
  public static final int SUBJECT_LEVEL_NOT_SET = 40408;

  private static final int NOT_FOUND = 404;

  /** The codes of the API's own answers are the status and two more digits. */
  private static final int CODES_PER_STATUS = 100;

  /** Answers that tell of the registry's state or of our access to it, not of what was asked. */
  private static final Set<Integer> OUTAGES = Set.of(401, 403, 407, 408, 425, 429);

  private final int status;
  private final int errorCode;

  /**
   * @param status HTTP status
   * @param errorCode Confluent's error code, the HTTP status where the answer gives none
   */
  public RegistryException(int status, int errorCode, String message) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }

  public int status() {
    return status;
  }

  public int errorCode() {
    return errorCode;
  }

  /**
   * Whether an answer says nothing about what was asked: the registry fails, refuses our
   * credentials, or is none, as a bare 404 tells of a server that knows nothing of the API.
   *
   * @param status HTTP status
   * @param errorCode Confluent's error code, the HTTP status where the answer gives none
   */
  public static boolean isOutage(int status, int errorCode) {
    boolean noRegistry = status == NOT_FOUND && errorCode / CODES_PER_STATUS != NOT_FOUND;
    return status >= 500 || status < 400 || OUTAGES.contains(status) || noRegistry;
  }
}
