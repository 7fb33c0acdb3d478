package org.tensiometer.topology.pair;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tensiometer.contracts.Evidence;
import org.tensiometer.contracts.PairContribution;

/**
 * The claims of all pairs by their keys, one record each. The numbers of the days used last are
 * also in memory, so that a day that grows is not read again for every claim.
 */
final class KeptClaims {

  private static final int CLAIMS_IN_MEMORY = 50_000;
  private static final String IN_THE_KEY = "";

  // Set by position: a builder would copy every field.
  private static final int CLAIM = position(PairContribution.getClassSchema(), "claim_id");
  private static final int WORDS = position(PairContribution.getClassSchema(), "evidence");
  private static final int CLAIM_OF_WORDS = position(Evidence.getClassSchema(), "claim_id");
  private static final int OUTLET_OF_WORDS = position(Evidence.getClassSchema(), "outlet");

  private static final int[] REPEATED =
      Stream.of("mode", "cameo", "outlet", "lexicon", "coder", "engine")
          .mapToInt(field -> position(PairContribution.getClassSchema(), field))
          .toArray();

  private final KeyValueStore<String, PairContribution> store;
  private final RepeatedTexts repeated = new RepeatedTexts();
  private final RecentDays recent = new RecentDays(CLAIMS_IN_MEMORY);

  KeptClaims(ProcessorContext<?, ?> context) {
    this.store = context.getStateStore(PairStores.CONTRIBUTIONS);
  }

  private static int position(Schema schema, String field) {
    return schema.getField(field).pos();
  }

  /** Begins a day that has no claims yet, so that none is looked for on disk. */
  void begin(String dayKey) {
    recent.put(dayKey, new HashMap<>());
  }

  /** Numbers of the claim of that day with that key, null if there is none. */
  PairContribution get(String dayKey, String key) {
    Map<String, PairContribution> day = recent.get(dayKey);
    if (day != null) {
      return day.get(key);
    }
    PairContribution kept = store.get(key);
    return kept == null ? null : numbers(PairKeys.claimIdOf(key), kept);
  }

  /**
   * @param numbers become the ledger's
   * @param words become the ledger's
   */
  void put(String dayKey, String key, PairContribution numbers, Evidence words) {
    words.put(CLAIM_OF_WORDS, IN_THE_KEY);
    words.put(OUTLET_OF_WORDS, null);
    String claimId = numbers.getClaimId();
    numbers.put(WORDS, words);
    numbers.put(CLAIM, IN_THE_KEY);
    store.put(key, numbers);
    recent.put(dayKey, key, numbers(claimId, numbers));
  }

  void delete(String dayKey, String key) {
    store.delete(key);
    recent.remove(dayKey, key);
  }

  /** Numbers of all claims of a pair on a day; valid until the next change. */
  Collection<PairContribution> of(String dayKey) {
    Map<String, PairContribution> day = recent.get(dayKey);
    if (day == null) {
      day = read(dayKey);
      recent.put(dayKey, day);
    }
    return day.values();
  }

  private Map<String, PairContribution> read(String dayKey) {
    Map<String, PairContribution> claims = new HashMap<>();
    try (KeyValueIterator<String, PairContribution> range =
        store.range(PairKeys.firstBelow(dayKey), PairKeys.afterAllBelow(dayKey))) {
      while (range.hasNext()) {
        KeyValue<String, PairContribution> entry = range.next();
        claims.put(entry.key, numbers(PairKeys.claimIdOf(entry.key), entry.value));
      }
    }
    return claims;
  }

  private PairContribution numbers(String claimId, PairContribution kept) {
    kept.put(CLAIM, claimId);
    kept.put(WORDS, null);
    repeated.putInto(kept, REPEATED);
    return kept;
  }

  /** The words of the claim with that key, null if there is none. */
  Evidence words(String key) {
    PairContribution kept = store.get(key);
    if (kept == null) {
      return null;
    }
    Evidence words = kept.getEvidence();
    words.put(CLAIM_OF_WORDS, PairKeys.claimIdOf(key));
    words.put(OUTLET_OF_WORDS, kept.getOutlet());
    return words;
  }
}
