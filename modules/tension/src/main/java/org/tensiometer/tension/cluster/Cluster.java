package org.tensiometer.tension.cluster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.contracts.QuadClass;

/**
 * One event as reported by one or more outlets (F3).
 *
 * @param id smallest claim id
 * @param day first day it was reported for, by which it counts
 * @param strongest claim with the greatest severity times factuality weight
 * @param quad class the weight counts in, that of the strongest claim after its factuality
 * @param direction direction within the pair; BOTH if its claims tell of both
 * @param weightMicros what it adds to the severity sum, millionths
 * @param netMicros intensity times factuality weight of the strongest claim, signed, millionths
 * @param claimIds claims, sorted
 * @param voices independent reports, one for each owner, sorted by owner
 * @param evidenceIds claims whose words are worth showing, best first
 * @param firstSeen earliest received_at
 * @param lastSeen latest received_at
 */
public record Cluster(
    String id,
    LocalDate day,
    PairContribution strongest,
    QuadClass quad,
    Direction direction,
    long weightMicros,
    long netMicros,
    List<String> claimIds,
    List<Voice> voices,
    List<String> evidenceIds,
    Instant firstSeen,
    Instant lastSeen) {

  public Cluster {
    claimIds = List.copyOf(claimIds);
    voices = List.copyOf(voices);
    evidenceIds = List.copyOf(evidenceIds);
  }

  /**
   * The report of an owner that is no copy of another's.
   *
   * @param outlet its most reliable outlet, null if unknown
   */
  public record Voice(String owner, String outlet, int reliabilityMicros) {}

  /** Whether the event adds to the tension: verbal or material conflict. */
  public boolean isConflict() {
    return quad == QuadClass.VERBAL_CONFLICT || quad == QuadClass.MATERIAL_CONFLICT;
  }
}
