package org.tensiometer.claims.language.nlp4j.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Keys with a list of strings each, where many keys share few lists. */
final class StringLists<T> {

  private final FingerprintTable keys;
  private final List<List<String>> lists;
  private final List<T> values;

  private StringLists(
      FingerprintTable keys, List<List<String>> lists, Function<List<String>, T> form) {
    this.keys = keys;
    this.lists = lists;
    this.values = lists.stream().map(form).toList();
  }

  /** The list of a string, or null. */
  T get(String key) {
    return get(Fingerprint.of(key));
  }

  /** The list of the string with this hash, or null. */
  T get(long hash) {
    int list = list(hash);
    return list < 0 ? null : values.get(list);
  }

  boolean contains(long hash) {
    return list(hash) >= 0;
  }

  private int list(long hash) {
    return keys.get(Fingerprint.key(0, hash));
  }

  void write(PackOutput out) throws IOException {
    keys.write(out);
    out.integer(lists.size());
    for (List<String> list : lists) {
      out.strings(list);
    }
  }

  static <T> StringLists<T> read(PackInput in, Function<List<String>, T> form) {
    FingerprintTable keys = FingerprintTable.read(in);
    int size = in.integer();
    List<List<String>> lists = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      lists.add(in.strings());
    }
    return new StringLists<>(keys, lists, form);
  }

  /** Collects keys and lists. */
  static final class Builder {

    private final FingerprintTable.Builder keys;
    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final List<List<String>> lists = new ArrayList<>();

    Builder(int size) {
      keys = new FingerprintTable.Builder(size);
    }

    /** The order of the values is kept. */
    void add(long hash, Collection<String> values) {
      List<String> list = List.copyOf(values);
      Integer known = numbers.putIfAbsent(list, lists.size());
      if (known == null) {
        lists.add(list);
      }
      keys.put(Fingerprint.key(0, hash), known == null ? lists.size() - 1 : known);
    }

    <T> StringLists<T> build(Function<List<String>, T> form) {
      return new StringLists<>(keys.build(), lists, form);
    }
  }
}
