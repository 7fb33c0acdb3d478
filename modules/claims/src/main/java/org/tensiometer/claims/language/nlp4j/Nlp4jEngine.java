package org.tensiometer.claims.language.nlp4j;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import java.util.ArrayList;
import java.util.List;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.AnalysedToken;
import org.tensiometer.claims.language.LanguageEngine;
import org.tensiometer.claims.language.nlp4j.model.LanguageModels;
import org.tensiometer.claims.language.nlp4j.model.ModelProgress;
import org.tensiometer.claims.language.nlp4j.model.SentenceDecoder;
import org.tensiometer.claims.language.nlp4j.model.StockDecoder;
import org.tensiometer.claims.language.nlp4j.model.WordNode;

/**
 * NLP4J as a {@link LanguageEngine}. The stages are: paragraphs, words, sentences, tags, tree,
 * Universal Dependencies, repairs. Safe for use by many threads at once: the models are read only,
 * and all work of a call stays on its own stack.
 */
public final class Nlp4jEngine implements LanguageEngine {

  /** Counts up with every change of this package that can change an analysis. */
  private static final String STAGES = "5";

  private static final List<Repair> REPAIRS =
      List.of(
          new AuxiliaryDependents(),
          new SubjectModifiers(),
          new BehindDay(),
          new ShiftedObject(),
          new CoSubjects(),
          new LeftSubject(),
          new HyphenatedNames(),
          new FinalPunctuation());

  private static final String KNOWN_SENTENCE = "Both ministers signed the agreement in March.";

  private final SentenceDecoder decoder;
  private final boolean gated;
  private final ParagraphTokenizer tokenizer = new ParagraphTokenizer();

  /**
   * @throws IllegalStateException when the decoder does not parse a plain sentence
   */
  Nlp4jEngine(SentenceDecoder decoder) {
    this(decoder, true);
  }

  /**
   * @param gated whether sentences without a party are spared the parser
   */
  private Nlp4jEngine(SentenceDecoder decoder, boolean gated) {
    this.decoder = decoder;
    this.gated = gated;
    requireParses();
  }

  /** The engine over the models that the settings of {@link LanguageModels} name. */
  public static Nlp4jEngine open() {
    return open(LanguageModels.locate(), ModelProgress.SILENT);
  }

  /** The engine over the given models. */
  public static Nlp4jEngine open(LanguageModels models, ModelProgress progress) {
    return new Nlp4jEngine(models.load(progress));
  }

  /** As {@link #open()}, parsing sentences without a party too: for rules, tests, comparisons. */
  public static Nlp4jEngine ungated() {
    return ungated(LanguageModels.locate(), ModelProgress.SILENT);
  }

  static Nlp4jEngine ungated(LanguageModels models, ModelProgress progress) {
    return new Nlp4jEngine(models.load(progress), false);
  }

  /**
   * NLP4J's own decoder over the models on the class path, to compare with: slow to load, large.
   */
  public static Nlp4jEngine stock() {
    return new Nlp4jEngine(new StockDecoder());
  }

  @Override
  public String name() {
    return "nlp4j";
  }

  @Override
  public String version() {
    return decoder.version() + "+" + STAGES;
  }

  @Override
  public List<AnalysedSentence> analyse(String text) {
    String normal = NormalText.of(text);
    List<AnalysedSentence> sentences = new ArrayList<>();
    int number = 0;
    PartyGate gate = new PartyGate();
    for (Span paragraph : Paragraphs.of(text)) {
      int story = Datelines.end(text, paragraph);
      List<List<Span>> split = new ArrayList<>();
      if (story > paragraph.begin()) {
        split.add(tokenizer.tokenize(normal, new Span(paragraph.begin(), story)));
      }
      List<Span> words = tokenizer.tokenize(normal, new Span(story, paragraph.end()));
      split.addAll(SentenceSplitter.split(text, words));
      for (List<Span> sentence : split) {
        sentences.add(analyse(text, normal, sentence, gate, sentences.size(), number));
      }
      number++;
    }
    return sentences;
  }

  private AnalysedSentence analyse(
      String text, String normal, List<Span> words, PartyGate gate, int index, int paragraph) {
    NLPNode[] nodes = nodes(normal, words);
    decoder.tag(nodes);
    TagRepair.apply(nodes);
    if (gate.admits(nodes) || !gated) {
      decoder.parse(nodes);
    }
    Tree tree = tree(normal, words, nodes);
    UniversalDependencies.convert(tree);
    for (Repair repair : REPAIRS) {
      tree = repair.apply(tree);
    }
    return sentence(text, tree, index, paragraph);
  }

  private static NLPNode[] nodes(String normal, List<Span> words) {
    NLPNode[] nodes = new NLPNode[words.size() + 1];
    nodes[0] = new NLPNode().toRoot();
    for (int i = 0; i < words.size(); i++) {
      nodes[i + 1] = new WordNode(i + 1, decoderForm(words.get(i).of(normal)));
    }
    return nodes;
  }

  /** The models know an ellipsis as three full stops. */
  private static String decoderForm(String form) {
    return form.equals("\u2026") ? "..." : form;
  }

  private static Tree tree(String normal, List<Span> words, NLPNode[] nodes) {
    Tree tree = new Tree(words.size());
    for (int i = 0; i < words.size(); i++) {
      NLPNode node = nodes[i + 1];
      tree.spans[i] = words.get(i);
      tree.forms[i] = words.get(i).of(normal);
      tree.tags[i] = node.getPartOfSpeechTag();
      tree.lemmas[i] = Lemmas.of(tree.forms[i], tree.tags[i], node.getLemma());
      String entity = node.getNamedEntityTag();
      tree.entities[i] = entity == null || entity.equals("O") ? null : entity;
      NLPNode head = node.getDependencyHead();
      tree.heads[i] = head == null ? Tree.ROOT : head.getID() - 1;
      String label = node.getDependencyLabel();
      tree.relations[i] = label == null ? "dep" : label;
    }
    return tree;
  }

  private static AnalysedSentence sentence(String text, Tree tree, int index, int paragraph) {
    List<AnalysedToken> tokens = new ArrayList<>(tree.size());
    for (int i = 0; i < tree.size(); i++) {
      Span span = tree.spans[i];
      tokens.add(
          new AnalysedToken(
              i,
              span.begin(),
              span.end(),
              span.of(text),
              tree.lemmas[i],
              UniversalTags.of(tree, i),
              tree.tags[i],
              tree.entities[i],
              tree.heads[i],
              tree.relations[i]));
    }
    int begin = tree.spans[0].begin();
    int end = tree.spans[tree.size() - 1].end();
    return new AnalysedSentence(index, paragraph, begin, end, tokens);
  }

  /** A parser without its decode flag returns trees without arcs and says nothing. */
  private void requireParses() {
    List<AnalysedToken> tokens = analyse(KNOWN_SENTENCE).get(0).tokens();
    AnalysedToken verb = tokens.get(2);
    if (!verb.relation().equals("root") || tokens.get(1).head() != verb.index()) {
      throw new IllegalStateException(
          "The language models do not parse \""
              + KNOWN_SENTENCE
              + "\": the models are not those of nlp4j-english 1.1.3, or they were not loaded for"
              + " decoding.");
    }
  }

  @Override
  public void close() {
    // The models are plain memory.
  }
}
