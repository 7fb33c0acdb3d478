package org.tensiometer.topology;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;

/**
 * The last records of all keys as JSON, without what may differ: revision and generation. What has
 * a tombstone is not there. Not the records themselves, because Avro cannot compare arrays of
 * records with a nullable time.
 */
record Answer(
    Map<String, Disposition> dispositions,
    Map<String, String> codedClaims,
    Map<String, String> late,
    Map<String, String> indicators,
    Map<String, String> alerts) {

  static Answer of(
      Map<String, CodedClaim> codedClaims,
      Map<String, CodedClaim> late,
      Map<String, TensionIndicator> indicators,
      Map<String, TensionAlert> alerts) {
    Map<String, Disposition> dispositions = new TreeMap<>();
    codedClaims.forEach(
        (id, claim) -> {
          if (claim != null) {
            dispositions.put(id, claim.getDisposition());
          }
        });
    return new Answer(
        dispositions,
        json(codedClaims, claim -> CodedClaim.newBuilder(claim).setGeneration("").build()),
        json(late, claim -> CodedClaim.newBuilder(claim).setGeneration("").build()),
        json(
            indicators,
            value -> TensionIndicator.newBuilder(value).setRevision(0).setGeneration("").build()),
        json(
            alerts,
            value -> TensionAlert.newBuilder(value).setRevision(0).setGeneration("").build()));
  }

  private static <V extends SpecificRecord> Map<String, String> json(
      Map<String, V> records, UnaryOperator<V> change) {
    Map<String, String> json = new TreeMap<>();
    records.forEach(
        (key, value) -> {
          if (value != null) {
            json.put(key, change.apply(value).toString());
          }
        });
    return json;
  }
}
