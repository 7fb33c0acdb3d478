package org.tensiometer.topology.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tensiometer.contracts.ArticleRevisions;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.Revision;
import org.tensiometer.contracts.Revisions;
import org.tensiometer.topology.deadletter.Origin;
import org.tensiometer.topology.deadletter.RefusalGuard;
import org.tensiometer.wire.headers.CarriedHeaders;
import org.tensiometer.wire.headers.LineageHeaders;
import org.tensiometer.wire.headers.TraceContext;

/**
 * Keeps what the newest revision of each article contributes.
 *
 * <p>The first event of a newer revision takes back everything of the one before. An event that is
 * already there, or belongs to an older revision, changes nothing, except that a late claim counts
 * from when an operator sends it again. A tombstone erases: the claim is taken back and what was
 * published of it, in any revision, is removed. The state follows from the newest event of each
 * key, as a compacted topic keeps them.
 */
final class ArticleProcessor implements Processor<String, ClaimEvent, String, ArticleOutput> {

  private static final String STEP = "article-stage";
  private static final String SUPERSEDED = "the article has a newer revision";

  private final ClaimAppraisal appraisal;

  private ProcessorContext<String, ArticleOutput> context;
  private RefusalGuard guard;
  private KeyValueStore<String, ArticleRevisions> revisions;
  private KeyValueStore<String, CodedClaim> contributions;

  ArticleProcessor(ClaimAppraisal appraisal) {
    this.appraisal = appraisal;
  }

  @Override
  public void init(ProcessorContext<String, ArticleOutput> context) {
    this.context = context;
    guard = RefusalGuard.of(context.appConfigs());
    revisions = context.getStateStore(ArticleStores.REVISIONS);
    contributions = context.getStateStore(ArticleStores.CONTRIBUTIONS);
  }

  @Override
  public void process(Record<String, ClaimEvent> record) {
    // One by one they would take as long as their number times itself.
    take(CarriedHeaders.fit(record.headers()) ? record : record.withHeaders(new RecordHeaders()));
    guard.accepted();
  }

  private void take(Record<String, ClaimEvent> record) {
    stampLineage(record);
    ClaimKey key = ClaimKey.parse(record.key());
    ClaimEvent event = record.value();
    if (event == null) {
      erase(record, key);
      return;
    }
    ClaimIdentity.require(key, event);
    ClaimLimits.require(event);
    appraisal.requireCredibleRevision(event, writtenAt(record));
    ArticleRevisions known = revisions.get(key.articleId());
    Revision newest = known == null ? null : known.getNewest();
    int order = newest == null ? 1 : Revisions.OLDEST_FIRST.compare(event.getRevision(), newest);
    if (order < 0) {
      setAside(record, known);
      return;
    }
    if (order > 0) {
      if (newest != null) {
        takeBackAll(record, key.articleId());
      }
      remember(key.articleId(), known, event.getRevision(), event.getRevision());
    }
    if (event.getClaim() != null) {
      CodedClaim before = contributions.get(record.key());
      if (before == null) {
        contribute(record);
      } else if (before.getDisposition() == Disposition.LATE && isAdmitted(record)) {
        withdraw(record, record.key(), before);
        contribute(record);
      }
    }
  }

  /** Whether an operator has decided that the claim counts although it came late. */
  private static boolean isAdmitted(Record<String, ClaimEvent> record) {
    return record.headers().lastHeader(LineageHeaders.LATE_ADMITTED) != null;
  }

  private void contribute(Record<String, ClaimEvent> record) {
    CodedClaim claim = appraise(record);
    contributions.put(record.key(), claim);
    forward(record, claim.getClaimId(), new ArticleOutput.Coded(claim));
    if (claim.getDisposition() == Disposition.LATE) {
      forward(record, claim.getClaimId(), new ArticleOutput.Late(claim));
    }
    forwardPairs(record, claim, false);
  }

  private CodedClaim appraise(Record<String, ClaimEvent> record) {
    return appraisal.appraise(record.value(), writtenAt(record), isAdmitted(record));
  }

  private static Instant writtenAt(Record<String, ClaimEvent> record) {
    return Instant.ofEpochMilli(record.timestamp());
  }

  /** Says of a claim of an older revision that it does not count. */
  private void setAside(Record<String, ClaimEvent> record, ArticleRevisions known) {
    ClaimEvent event = record.value();
    Revision older = event.getRevision();
    // With the same words a claim has the same id in both revisions; if the newer has it, it
    // counts.
    boolean sameWords = older.getContentHash().equals(known.getNewest().getContentHash());
    if (event.getClaim() == null || sameWords && contributions.get(record.key()) != null) {
      return;
    }
    remember(event.getArticleId(), known, known.getNewest(), older);
    CodedClaim claim = appraise(record);
    forward(record, claim.getClaimId(), new ArticleOutput.Coded(retracted(claim)));
  }

  private void takeBackAll(Record<String, ClaimEvent> record, String articleId) {
    for (KeyValue<String, CodedClaim> old : contributionsOf(articleId)) {
      forward(record, old.value.getClaimId(), new ArticleOutput.Coded(retracted(old.value)));
      withdraw(record, old.key, old.value);
    }
  }

  private void erase(Record<String, ClaimEvent> record, ClaimKey key) {
    ArticleRevisions known = revisions.get(key.articleId());
    if (known == null) {
      return;
    }
    CodedClaim claim = contributions.get(record.key());
    if (claim != null) {
      withdraw(record, record.key(), claim);
    }
    for (String contentHash : known.getContentHashes()) {
      String claimId = Ids.claim(key.articleId(), contentHash, key.index());
      forward(record, claimId, new ArticleOutput.Coded(null));
    }
    // With its last event gone, a compacted topic would know nothing of the revision either.
    if (known.getNewest() != null && contributionsOf(key.articleId()).isEmpty()) {
      revisions.put(key.articleId(), ArticleRevisions.newBuilder(known).setNewest(null).build());
    }
  }

  /** Takes back what a claim contributed, wherever that went. */
  private void withdraw(Record<String, ClaimEvent> record, String key, CodedClaim claim) {
    contributions.delete(key);
    if (claim.getDisposition() == Disposition.LATE) {
      forward(record, claim.getClaimId(), new ArticleOutput.Late(null));
    }
    forwardPairs(record, claim, true);
  }

  private void remember(String articleId, ArticleRevisions known, Revision newest, Revision met) {
    TreeSet<String> hashes = new TreeSet<>();
    if (known != null) {
      hashes.addAll(known.getContentHashes());
    }
    boolean added = hashes.add(met.getContentHash());
    if (added || !newest.equals(known.getNewest())) {
      revisions.put(articleId, new ArticleRevisions(newest, new ArrayList<>(hashes)));
    }
  }

  private List<KeyValue<String, CodedClaim>> contributionsOf(String articleId) {
    List<KeyValue<String, CodedClaim>> found = new ArrayList<>();
    try (KeyValueIterator<String, CodedClaim> claims =
        contributions.prefixScan(articleId + '#', new StringSerializer())) {
      // The id of another article may begin with this one and a number sign.
      claims.forEachRemaining(
          claim -> {
            if (claim.value.getArticleId().equals(articleId)) {
              found.add(claim);
            }
          });
    }
    return found;
  }

  private void forwardPairs(Record<String, ClaimEvent> record, CodedClaim claim, boolean retract) {
    for (PairClaim pair : appraisal.contributions(claim, retract)) {
      forward(record, pair.getPair(), new ArticleOutput.Contribution(pair));
    }
  }

  private void forward(Record<String, ClaimEvent> cause, String key, ArticleOutput output) {
    context.forward(cause.withKey(key).withValue(output));
  }

  private void stampLineage(Record<String, ClaimEvent> record) {
    context
        .recordMetadata()
        .map(
            read ->
                new Origin(
                    read.topic(), read.partition(), read.offset(), Origin.articleOf(record.key())))
        .ifPresent(origin -> origin.stamp(record.headers()));
    TraceContext.of(record.headers()).ifPresent(trace -> trace.after(STEP).stamp(record.headers()));
  }

  private static CodedClaim retracted(CodedClaim claim) {
    return Dispositions.with(claim, Disposition.RETRACTED, SUPERSEDED);
  }
}
