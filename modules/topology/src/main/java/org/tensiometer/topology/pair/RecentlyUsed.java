package org.tensiometer.topology.pair;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was used last, in memory; the least recently used entry leaves first. For one thread. */
final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;
  private static final int INITIAL = 16;
  private static final float LOAD = 0.75f;

  private final int most;

  /**
   * @param most entries kept
   */
  RecentlyUsed(int most) {
    super(INITIAL, LOAD, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
