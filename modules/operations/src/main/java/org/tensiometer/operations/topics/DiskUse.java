package org.tensiometer.operations.topics;

/**
 * Disk of one topic, on all brokers together.
 *
 * @param topic name
 * @param bytes now, all replicas
 * @param records offsets from the beginning to the end
 * @param perDay records written a day, at the rate of the time looked at
 */
public record DiskUse(String topic, long bytes, long records, double perDay) {

  /**
   * Bytes after so many days more at the same rate and the same size of a record. Of a compacted
   * topic it is the most: what is written again under its key takes no more room in the end.
   */
  public long forecast(int days) {
    return records == 0 ? bytes : bytes + (long) (perDay * days * bytes / records);
  }
}
