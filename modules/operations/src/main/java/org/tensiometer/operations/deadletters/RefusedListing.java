package org.tensiometer.operations.deadletters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.DeadLetterDecision;
import org.tensiometer.operations.PageSize;
import org.tensiometer.wire.topics.Topics;

/** Hands on refused records with what was decided about them, a page at a time. */
public final class RefusedListing {

  private final Map<String, ?> clientConfig;
  private final Topics topics;
  private final RefusedSource source;
  private final PageSize size;

  /**
   * @param source where the letters are of what is listed
   */
  public RefusedListing(Map<String, ?> clientConfig, Topics topics, RefusedSource source) {
    this(clientConfig, topics, source, PageSize.DEFAULT);
  }

  RefusedListing(Map<String, ?> clientConfig, Topics topics, RefusedSource source, PageSize size) {
    this.clientConfig = Map.copyOf(clientConfig);
    this.topics = topics;
    this.source = source;
    this.size = size;
  }

  /**
   * Hands on the records in their order.
   *
   * @param decidedToo whether also those that were decided about
   * @return their number
   */
  public int pages(List<RefusedCase> cases, boolean decidedToo, Consumer<List<RefusedRecord>> to) {
    Map<String, DeadLetterDecision> decisions = new Marks(clientConfig, topics).of(cases);
    List<RefusedCase> listed =
        cases.stream().filter(one -> decidedToo || !decisions.containsKey(one.id())).toList();
    for (List<RefusedCase> page : size.split(listed, RefusedCase::bytes)) {
      List<DeadLetter> letters = source.letters(page);
      List<RefusedRecord> records = new ArrayList<>();
      for (int i = 0; i < page.size(); i++) {
        String id = page.get(i).id();
        records.add(new RefusedRecord(id, letters.get(i), Optional.ofNullable(decisions.get(id))));
      }
      to.accept(records);
    }
    return listed.size();
  }
}
