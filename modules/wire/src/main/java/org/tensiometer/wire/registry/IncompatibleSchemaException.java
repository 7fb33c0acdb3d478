package org.tensiometer.wire.registry;

/** A schema that the compatibility level of its subject does not allow (HTTP 409). */
public final class IncompatibleSchemaException extends RegistryException {

  private static final int CONFLICT = 409;

  private final String subject;

  public IncompatibleSchemaException(String subject, int errorCode, String registryMessage) {
    super(
        CONFLICT,
        errorCode,
        "The schema is not compatible with the versions of subject "
            + subject
            + "; the registry says: "
            + registryMessage);
    this.subject = subject;
  }

  public String subject() {
    return subject;
  }
}
