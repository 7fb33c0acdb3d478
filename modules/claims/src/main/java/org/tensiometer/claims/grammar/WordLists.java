package org.tensiometer.claims.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The closed and half-closed word classes the rules look at, read from data files beside this
 * class. A line is an entry, tab-separated where it has fields; {@code #} starts a comment.
 */
public final class WordLists {

  /** Version of all word lists and rules together; part of every claim through the engine. */
  public static final String VERSION = "1";

  /** Pronouns and determiners that refer to a party. */
  public static final Set<String> REFERRING = set("referring-pronouns.txt");

  /** Heads of short definite forms that refer to a party, such as ministry. */
  public static final Set<String> SHORT_FORMS = set("short-forms.txt");

  /** Nouns for people and groups of people. */
  public static final Set<String> PEOPLE = set("people.txt");

  /** Verbs whose infinitive is done by the subject although there is an object. */
  public static final Set<String> SUBJECT_CONTROL = set("subject-control.txt");

  /** Verb and preposition whose oblique does what the infinitive says. */
  public static final Set<String> OBLIQUE_CONTROL = set("oblique-control.txt");

  /** Verbs of making somebody act for money or in service: their object does the infinitive. */
  public static final Set<String> HIRING_VERBS = set("hiring-verbs.txt");

  /** Verbs of bringing to an end what took place until then. */
  public static final Set<String> ENDING_VERBS = set("ending-verbs.txt");

  /** Acts that others than those who commit them can bring to an end. */
  public static final Set<String> HOSTILITIES = set("hostilities.txt");

  /** Verbs that add nothing to the noun they govern but its occurrence. */
  public static final Set<String> LIGHT_VERBS = set("light-verbs.txt");

  /** Nouns for what somebody has said of somebody. */
  public static final Set<String> WORD_NOUNS = set("word-nouns.txt");

  private WordLists() {}

  /** Entries of a list, in file order. */
  public static List<String> lines(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "Word list " + name + " is missing beside " + beside.getName());
      }
      List<String> lines = new ArrayList<>();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int comment = line.indexOf('#');
        String entry = (comment < 0 ? line : line.substring(0, comment)).strip();
        if (!entry.isEmpty()) {
          lines.add(entry);
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException("Word list " + name, e);
    }
  }

  /** Words of a list, several a line allowed where no entry has a space. */
  public static Set<String> words(Class<?> beside, String name) {
    Set<String> words = new HashSet<>();
    for (String line : lines(beside, name)) {
      words.addAll(List.of(line.split("\\s+")));
    }
    return Set.copyOf(words);
  }

  private static Set<String> set(String name) {
    return name.startsWith("oblique")
        ? Set.copyOf(lines(WordLists.class, name))
        : words(WordLists.class, name);
  }
}
