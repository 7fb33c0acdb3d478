package org.tensiometer.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How much an operator's command has in hand at once, and writes in one transaction. A record that
 * is larger is alone.
 *
 * @param records at most, at least 1
 * @param bytes of them at most
 */
public record PageSize(int records, long bytes) {

  /** A small part of the heap, and of the minute that a broker gives a transaction. */
  public static final PageSize DEFAULT = new PageSize(1_000, 8 * 1024 * 1024);

  public PageSize {
    if (records < 1) {
      throw new IllegalArgumentException("A page has at least one record, not " + records);
    }
  }

  /** Whether so many records of so many bytes are a page that takes no more. */
  public boolean isFull(int recordsInHand, long bytesInHand) {
    return recordsInHand >= records || bytesInHand >= bytes;
  }

  /** The items in their order, page by page; views of the list. */
  public <T> List<List<T>> split(List<T> items, ToLongFunction<T> bytesOf) {
    List<List<T>> pages = new ArrayList<>();
    int start = 0;
    long inHand = 0;
    for (int i = 0; i < items.size(); i++) {
      long more = bytesOf.applyAsLong(items.get(i));
      if (i > start && (i - start >= records || inHand + more > bytes)) {
        pages.add(items.subList(start, i));
        start = i;
        inHand = 0;
      }
      inHand += more;
    }
    if (start < items.size()) {
      pages.add(items.subList(start, items.size()));
    }
    return pages;
  }
}
