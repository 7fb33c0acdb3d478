package org.tensiometer.wire.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;

/** What the compatibility levels mean, by Avro's own validator. */
public final class SchemaCompatibility {

  private SchemaCompatibility() {}

  /**
   * Checks a schema against the versions of its subject.
   *
   * @param oldestFirst the versions there are
   * @return what is wrong; empty if the schema may become the next version
   */
  public static Optional<String> check(
      Schema next, List<Schema> oldestFirst, CompatibilityLevel level) {
    if (level == CompatibilityLevel.NONE || oldestFirst.isEmpty()) {
      return Optional.empty();
    }
    // Avro's validator wants the newest first.
    List<Schema> newestFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(newestFirst);
    try {
      validator(level).validate(next, newestFirst);
      return Optional.empty();
    } catch (SchemaValidationException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static SchemaValidator validator(CompatibilityLevel level) {
    SchemaValidatorBuilder builder = new SchemaValidatorBuilder();
    return switch (level) {
      case BACKWARD -> builder.canReadStrategy().validateLatest();
      case BACKWARD_TRANSITIVE -> builder.canReadStrategy().validateAll();
      case FORWARD -> builder.canBeReadStrategy().validateLatest();
      case FORWARD_TRANSITIVE -> builder.canBeReadStrategy().validateAll();
      case FULL -> builder.mutualReadStrategy().validateLatest();
      case FULL_TRANSITIVE -> builder.mutualReadStrategy().validateAll();
      case NONE -> throw new IllegalArgumentException("NONE checks nothing");
    };
  }
}
