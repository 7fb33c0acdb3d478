package org.tensiometer.claims.language.nlp4j.model;

import edu.emory.mathcs.nlp.component.template.feature.Direction;
import edu.emory.mathcs.nlp.component.template.feature.FeatureItem;
import edu.emory.mathcs.nlp.component.template.feature.FeatureTemplate;
import edu.emory.mathcs.nlp.component.template.feature.Field;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.state.NLPState;
import edu.emory.mathcs.nlp.component.template.train.HyperParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * NLP4J's feature extraction, compiled: each distinct place of a sentence ("the leftmost dependent
 * of the top of the stack") is looked up once a state, each distinct value there hashed once, and a
 * joined feature is arithmetic on those hashes. The kinds number set features first, then single
 * and joined ones, as NLP4J does.
 */
final class FeatureTemplates {

  private static final Set<Field> SETS =
      EnumSet.of(
          Field.positional,
          Field.orthographic,
          Field.orthographic_lowercase,
          Field.ambiguity_classes,
          Field.named_entity_gazetteers,
          Field.word_clusters);

  private static final Set<Field> SINGLES =
      EnumSet.of(
          Field.word_form,
          Field.word_form_lowercase,
          Field.word_form_undigitalized,
          Field.word_form_simplified,
          Field.word_form_simplified_lowercase,
          Field.word_shape,
          Field.word_shape_lowercase,
          Field.prefix,
          Field.suffix,
          Field.lemma,
          Field.part_of_speech_tag,
          Field.ambiguity_classes,
          Field.named_entity_tag,
          Field.dependency_label,
          Field.valency,
          Field.named_entity_gazetteers);

  private static final StockSets STOCK_SETS = new StockSets();

  private final List<String> sets;
  private final List<String> singles;

  private final List<FeatureItem> places = new ArrayList<>();
  private final List<Term> terms = new ArrayList<>();
  private final Term[] setTerms;
  private final int[][] joins;

  /** A value of the word at a place. */
  private record Term(int place, Field field, Object attribute) {}

  /**
   * @param sets templates of set features, as {@link Feature} writes them
   * @param singles templates of single and joined features
   */
  FeatureTemplates(List<String> sets, List<String> singles) {
    this.sets = List.copyOf(sets);
    this.singles = List.copyOf(singles);
    setTerms = sets.stream().map(text -> term(Feature.read(text).get(0))).toArray(Term[]::new);
    joins = singles.stream().map(this::join).toArray(int[][]::new);
    for (Term term : setTerms) {
      require(SETS, term.field());
    }
    for (Term term : terms) {
      require(SINGLES, term.field());
    }
  }

  private static void require(Set<Field> known, Field field) {
    if (!known.contains(field)) {
      throw new DamagedPackException("features over '" + field + "' are not known here");
    }
  }

  private int[] join(String template) {
    return Feature.read(template).stream().mapToInt(item -> termIndex(term(item))).toArray();
  }

  private int termIndex(Term term) {
    if (!terms.contains(term)) {
      terms.add(term);
    }
    return terms.indexOf(term);
  }

  private Term term(FeatureItem item) {
    return new Term(place(item), item.field, item.attribute);
  }

  private int place(FeatureItem item) {
    for (int i = 0; i < places.size(); i++) {
      FeatureItem place = places.get(i);
      if (place.source == item.source
          && place.relation == item.relation
          && place.window == item.window) {
        return i;
      }
    }
    places.add(item);
    return places.size() - 1;
  }

  List<String> sets() {
    return sets;
  }

  List<String> singles() {
    return singles;
  }

  /** Working memory for one thread at a time. */
  Extractor extractor() {
    return new Extractor();
  }

  /** Extracts the features of states, one after the other. */
  final class Extractor {

    private final NLPNode[] words = new NLPNode[places.size()];
    private final long[] hashes = new long[terms.size()];
    private final long[] shifts = new long[terms.size()];
    private long[] keys = new long[setTerms.length + joins.length];
    private int size;

    /** Finds the keys of all features of the state, in NLP4J's order. */
    void extract(NLPState<NLPNode> state) {
      size = 0;
      for (int i = 0; i < words.length; i++) {
        words[i] = state.getNode(places.get(i));
      }
      for (int i = 0; i < setTerms.length; i++) {
        extractSet(state, i);
      }
      for (int i = 0; i < hashes.length; i++) {
        hashTerm(i);
      }
      for (int i = 0; i < joins.length; i++) {
        extractJoined(setTerms.length + i, joins[i]);
      }
    }

    /** Number of keys of the last state. */
    int size() {
      return size;
    }

    long key(int i) {
      return keys[i];
    }

    private void add(long key) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size + 1);
      }
      keys[size++] = key;
    }

    private void extractSet(NLPState<NLPNode> state, int kind) {
      Term term = setTerms[kind];
      NLPNode word = words[term.place()];
      if (word == null) {
        return;
      }
      Collection<String> values = STOCK_SETS.of(state, word, term.field());
      if (values instanceof Hashed known) {
        for (long hash : known.hashes()) {
          add(Fingerprint.key(kind, hash));
        }
      } else if (values != null) {
        for (String value : values) {
          add(Fingerprint.key(kind, Fingerprint.of(value)));
        }
      }
    }

    private void hashTerm(int i) {
      Term term = terms.get(i);
      NLPNode word = words[term.place()];
      String value = word == null ? null : value(word, term);
      if (value == null) {
        shifts[i] = 0;
      } else {
        hashes[i] = Fingerprint.of(value);
        shifts[i] = Fingerprint.shift(value.length());
      }
    }

    private void extractJoined(int kind, int[] parts) {
      long hash = Fingerprint.EMPTY;
      for (int i = 0; i < parts.length; i++) {
        int part = parts[i];
        if (shifts[part] == 0) {
          return;
        }
        hash = i == 0 ? hashes[part] : Fingerprint.join(hash, hashes[part], shifts[part]);
      }
      add(Fingerprint.key(kind, hash));
    }
  }

  private static String value(NLPNode word, Term term) {
    return switch (term.field()) {
      case prefix -> prefix(word.getWordFormSimplifiedLowercase(), (Integer) term.attribute());
      case suffix -> suffix(word.getWordFormSimplifiedLowercase(), (Integer) term.attribute());
      case valency -> word.getValency((Direction) term.attribute());
      default -> word.getValue(term.field());
    };
  }

  private static String prefix(String form, int length) {
    return length < form.length() ? form.substring(0, length) : null;
  }

  private static String suffix(String form, int length) {
    return length < form.length() ? form.substring(form.length() - length) : null;
  }

  /** NLP4J's own set features, which it does not offer in public. */
  private static final class StockSets extends FeatureTemplate<NLPNode, NLPState<NLPNode>> {

    StockSets() {
      super(null, new HyperParameter());
    }

    Collection<String> of(NLPState<NLPNode> state, NLPNode word, Field field) {
      return getFeatures(state, new FeatureItem(null, null, 0, field, null), word);
    }
  }
}
