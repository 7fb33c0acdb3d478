package org.tensiometer.coding.actors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All names, found by their first word, the longest first; a look-up costs the same however many
 * names there are.
 */
public final class ActorDictionary {

  /** A name of several words. */
  private record Listed(
      List<String> words, List<Boolean> possessives, boolean capitals, List<ActorEntry> entries) {}

  /**
   * A name found in a text.
   *
   * @param start index of its first word
   * @param end index after its last word
   * @param entries what it may stand for; more than one only for persons and states of the same
   *     name
   */
  record Match(int start, int end, List<ActorEntry> entries) {

    Kind kind() {
      return entries.get(0).kind();
    }
  }

  private final Map<String, List<Listed>> byFirstWord;

  private ActorDictionary(Map<String, List<Listed>> byFirstWord) {
    this.byFirstWord = byFirstWord;
  }

  /** A dictionary of these entries; a later entry of the same name replaces an earlier one. */
  public static ActorDictionary of(List<ActorEntry> entries) {
    Map<List<String>, Listed> names = new HashMap<>();
    for (ActorEntry entry : entries) {
      List<Word> words = withoutArticle(Word.split(entry.surface()));
      List<String> keys = words.stream().map(Word::key).toList();
      if (keys.isEmpty()) {
        continue;
      }
      Word first = words.get(0);
      boolean capitals = keys.size() == 1 && first.isCapitals() && keys.get(0).length() <= 5;
      Listed known = names.get(keys);
      List<ActorEntry> all = new ArrayList<>();
      if (known != null && entry.isDated()) {
        known.entries().stream().filter(e -> e.isDated() && !e.isSameTerm(entry)).forEach(all::add);
      }
      all.add(entry);
      List<Boolean> possessives = words.stream().map(Word::possessive).toList();
      names.put(keys, new Listed(keys, possessives, capitals, List.copyOf(all)));
    }
    Map<String, List<Listed>> index = new HashMap<>();
    for (Listed listed : names.values()) {
      index.computeIfAbsent(listed.words().get(0), k -> new ArrayList<>()).add(listed);
    }
    Comparator<Listed> longest = Comparator.comparingInt(listed -> -listed.words().size());
    index.values().forEach(list -> list.sort(longest));
    return new ActorDictionary(index);
  }

  /** The names in a text from left to right, the longest first, without overlaps. */
  List<Match> find(List<Word> words) {
    List<Match> found = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      Match match = at(words, i);
      if (match == null) {
        i++;
      } else {
        found.add(match);
        i = match.end();
      }
    }
    return found;
  }

  private Match at(List<Word> words, int start) {
    for (String key : stems(words.get(start).key())) {
      for (Listed listed : byFirstWord.getOrDefault(key, List.of())) {
        if (fits(listed, words, start)) {
          return new Match(start, start + listed.words().size(), listed.entries());
        }
        if (isWithInitial(listed, words, start)) {
          return new Match(start, start + listed.words().size() + 1, listed.entries());
        }
      }
    }
    return null;
  }

  /** A person's name with a middle initial: Ana B. Soto. */
  private static boolean isWithInitial(Listed listed, List<Word> words, int start) {
    boolean person = listed.entries().get(0).kind() == Kind.PERSON && listed.words().size() > 1;
    int initial = start + 1;
    if (!person || initial >= words.size() || words.get(initial).key().length() != 1) {
      return false;
    }
    List<Word> without = new ArrayList<>(words);
    without.remove(initial);
    return fits(listed, without, start);
  }

  private static boolean fits(Listed listed, List<Word> words, int start) {
    int size = listed.words().size();
    if (start + size > words.size()) {
      return false;
    }
    boolean agent = listed.entries().get(0).kind() == Kind.AGENT;
    for (int k = 0; k < size; k++) {
      Word word = words.get(start + k);
      boolean last = k == size - 1;
      boolean same = word.key().equals(listed.words().get(k));
      boolean plural = agent && last && stems(word.key()).contains(listed.words().get(k));
      boolean owner = word.possessive() && !listed.possessives().get(k);
      if (!same && !plural || !last && owner) {
        return false;
      }
    }
    Word first = words.get(start);
    boolean written = agent || first.isCapitalised() || first.key().startsWith("al");
    return written && (!listed.capitals() || first.isCapitals());
  }

  /** The word itself and what it may be the plural of. */
  private static List<String> stems(String key) {
    if (key.length() < 4 || !key.endsWith("s")) {
      return key.endsWith("men") ? List.of(key, key.replaceFirst("men$", "man")) : List.of(key);
    }
    String bare = key.substring(0, key.length() - 1);
    if (key.endsWith("ies")) {
      return List.of(key, bare, key.substring(0, key.length() - 3) + "y");
    }
    return List.of(key, bare);
  }

  private static List<Word> withoutArticle(List<Word> words) {
    boolean article = words.size() > 1 && words.get(0).key().equals("the");
    return article ? words.subList(1, words.size()) : words;
  }

  /** Number of names. */
  public int size() {
    return byFirstWord.values().stream().mapToInt(List::size).sum();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "ActorDictionary[%d names]", size());
  }
}
