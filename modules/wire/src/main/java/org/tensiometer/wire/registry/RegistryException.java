package org.tensiometer.wire.registry;

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
}
