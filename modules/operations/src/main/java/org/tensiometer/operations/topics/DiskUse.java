package org.tensiometer.operations.topics;

/**
 * Disk of one topic, on all brokers together.
 *
 * @param topic name
 * @param bytes now, all replicas
 * @param offsets from the beginning to the end: all that was written since the beginning, also what
 *     compaction has removed, and the marks of transactions
 * @param perDay offsets taken a day, at the rate of the time looked at
 */
public record DiskUse(String topic, long bytes, long offsets, double perDay) {

  /**
   * Bytes after so many days more at the same rate, if an offset goes on to take what it takes now
   * on average. Where compaction removes records that supposes that it leaves the same share as so
   * far: it is less when keys come again more often than before, and more when they come less
   * often, at most the size of a record as it is written.
   */
  public long forecast(int days) {
    return offsets == 0 ? bytes : bytes + (long) (perDay * days * bytes / offsets);
  }
}
