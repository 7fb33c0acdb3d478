package org.tensiometer.app.command;

import java.time.Clock;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.LiveGeneration;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.operations.generations.Removal;
import org.tensiometer.wire.generations.Generations;
import org.tensiometer.wire.topics.Topics;

/** The generation that a step of a replay is about, and the live one beside it. */
final class ReplayedGeneration {

  private ReplayedGeneration() {}

  /**
   * The settings of a generation that is there and not live.
   *
   * @throws UserError if it is not there, or is live
   */
  static Settings of(ConnectionOptions connection) {
    Settings settings = connection.settings();
    Preparation.requireAnswers(settings);
    requireNotLive(settings);
    requireThere(settings);
    return Preparation.withOwnClaims(settings);
  }

  /**
   * @throws UserError if it is live
   */
  static void requireNotLive(Settings settings) {
    String generation = settings.topics().generation();
    if (live(settings).topics().generation().equals(generation)) {
      throw UserError.environment(
          generation + " is the live generation; name another, for instance --generation g2", null);
    }
  }

  /**
   * @throws UserError if it is not there
   */
  static void requireThere(Settings settings) {
    if (!isThere(settings)) {
      throw UserError.nothingRead(
          "there is no generation "
              + settings.topics().generation()
              + "; replay start --generation NAME makes one");
    }
  }

  static boolean isThere(Settings settings) {
    return !Removal.ofAll(settings.clients(), settings.topics()).plan().isEmpty();
  }

  /** The generation that is live, or would be the first to be. */
  static Settings live(Settings settings) {
    return LiveGeneration.of(settings.ofGeneration(Topics.DEFAULT_GENERATION));
  }

  static Generations pointers(Settings settings) {
    return new Generations(settings.clients(), settings.topics().generations(), Clock.systemUTC());
  }
}
