package org.tensiometer.claims.language.nlp4j.model;

import edu.emory.mathcs.nlp.common.util.Language;
import edu.emory.mathcs.nlp.component.morph.MorphologicalAnalyzer;
import edu.emory.mathcs.nlp.component.ner.NERState;
import edu.emory.mathcs.nlp.component.pos.POSState;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.state.L2RState;
import edu.emory.mathcs.nlp.learning.util.LabelMap;
import edu.emory.mathcs.nlp.learning.util.MLUtils;

/**
 * Decodes over a {@link ModelPack}. All fields are read only; the work of a call is on its stack.
 */
final class PackedDecoder implements SentenceDecoder {

  private final ModelPack pack;
  private final LabelMap tags;
  private final LabelMap entityTags;
  private final TransitionParser parser;
  private final MorphologicalAnalyzer<NLPNode> lemmatizer =
      new MorphologicalAnalyzer<>(Language.ENGLISH);

  PackedDecoder(ModelPack pack) {
    this.pack = pack;
    this.tags = pack.tagger().labelMap();
    this.entityTags = pack.entities().labelMap();
    this.parser = new TransitionParser(pack.parser());
  }

  @Override
  public void tag(NLPNode[] nodes) {
    pack.lexica().process(nodes);
    label(new POSState<>(nodes), pack.tagger(), tags);
  }

  @Override
  public void parse(NLPNode[] nodes) {
    lemmatizer.process(nodes);
    NERState<NLPNode> names = new NERState<>(nodes);
    label(names, pack.entities(), entityTags);
    names.postProcess();
    parser.parse(nodes);
  }

  private static void label(L2RState<NLPNode> state, LinearModel model, LabelMap labels) {
    LinearModel.Scorer scorer = model.scorer();
    while (!state.isTerminate()) {
      float[] scores = scorer.score(state);
      scorer.addDense(state.getInput().getWordEmbedding(), scores);
      state.next(labels, MLUtils.argmax2(scores), scores);
    }
  }

  @Override
  public String version() {
    return pack.version() + "-pack" + ModelPack.FORMAT;
  }
}
