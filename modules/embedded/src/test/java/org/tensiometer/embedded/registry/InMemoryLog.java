package org.tensiometer.embedded.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.TimeoutException;

/** The topic without a broker: bytes as they would be stored, and outages on demand. */
final class InMemoryLog implements SchemaLog {

  private record Stored(byte[] key, byte[] value) {}

  private final List<Stored> records;
  private final Consumer<RegistryEntry> onEntry;
  private boolean answersGetLost;
  private int position;

  private InMemoryLog(List<Stored> records, Consumer<RegistryEntry> onEntry) {
    this.records = records;
    this.onEntry = onEntry;
  }

  static InMemoryLog empty(Consumer<RegistryEntry> onEntry) {
    return new InMemoryLog(new ArrayList<>(), onEntry);
  }

  /** The same records for another reader. */
  InMemoryLog reopened(Consumer<RegistryEntry> newOnEntry) {
    return new InMemoryLog(new ArrayList<>(records), newOnEntry);
  }

  /** What compaction leaves: the last record of each key, in the old order. */
  InMemoryLog compacted(Consumer<RegistryEntry> newOnEntry) {
    Map<String, Stored> last = new LinkedHashMap<>();
    List<Stored> newestFirst = new ArrayList<>(records);
    Collections.reverse(newestFirst);
    newestFirst.forEach(r -> last.putIfAbsent(new String(r.key()), r));
    List<Stored> kept = new ArrayList<>(last.values());
    Collections.reverse(kept);
    return new InMemoryLog(kept, newOnEntry);
  }

  /** Records arrive from now on, and nobody hears that they did. */
  void loseAnswers(boolean lose) {
    answersGetLost = lose;
  }

  @Override
  public void append(RegistryEntry entry) {
    records.add(new Stored(RegistryCodec.key(entry), RegistryCodec.value(entry)));
    if (answersGetLost) {
      throw new TimeoutException("no answer");
    }
  }

  @Override
  public void readToEnd() {
    try {
      for (; position < records.size(); position++) {
        Stored record = records.get(position);
        onEntry.accept(RegistryCodec.read(record.key(), record.value()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
