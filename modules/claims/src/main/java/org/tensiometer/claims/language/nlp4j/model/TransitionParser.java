package org.tensiometer.claims.language.nlp4j.model;

import edu.emory.mathcs.nlp.component.dep.DEPLabel;
import edu.emory.mathcs.nlp.component.dep.DEPState;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.learning.util.LabelMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * NLP4J's dependency parser (Choi and McCallum 2013, <i>Transition-based Dependency Parsing with
 * Selectional Branching</i>, greedy) over a {@link LinearModel}.
 */
final class TransitionParser {

  private static final int[] ALL = {};

  /** How far a word that was left without a head looks for one. */
  private static final int WINDOW = 5;

  private final LinearModel model;
  private final LabelMap labelMap;
  private final List<DEPLabel> labels;
  private final int[] shift;
  private final int[] noArc;
  private final int[] noArcShiftOrPass;
  private final int[] notNoReduce;
  private final int[] leftArcs;
  private final int[] rightArcs;

  TransitionParser(LinearModel model) {
    this.model = model;
    this.labelMap = model.labelMap();
    this.labels = model.labels().stream().map(DEPLabel::new).toList();
    this.shift = select(label -> label.isList(DEPState.LIST_SHIFT));
    this.noArc = select(TransitionParser::isNoArc);
    this.noArcShiftOrPass = select(l -> isNoArc(l) && !l.isList(DEPState.LIST_REDUCE));
    this.notNoReduce = select(l -> !(isNoArc(l) && l.isList(DEPState.LIST_REDUCE)));
    this.leftArcs = select(label -> label.isArc(DEPState.ARC_LEFT));
    this.rightArcs = select(label -> label.isArc(DEPState.ARC_RIGHT));
  }

  private static boolean isNoArc(DEPLabel label) {
    return label.isArc(DEPState.ARC_NO);
  }

  private int[] select(Predicate<DEPLabel> wanted) {
    return IntStream.range(0, labels.size()).filter(i -> wanted.test(labels.get(i))).toArray();
  }

  void parse(NLPNode[] nodes) {
    LinearModel.Scorer scorer = model.scorer();
    DEPState<NLPNode> state = new DEPState<>(nodes);
    while (!state.isTerminate()) {
      float[] scores = scorer.score(state);
      int best = best(scores, candidates(state.getStack(), state.getInput()));
      state.next(labelMap, new int[] {best, -1}, scores);
    }
    for (int i = 1; i < nodes.length; i++) {
      if (!nodes[i].hasDependencyHead()) {
        attach(scorer, state, nodes, i);
      }
    }
  }

  private int[] candidates(NLPNode stack, NLPNode input) {
    if (stack.getID() == 0) {
      return shift;
    }
    if (stack.isDescendantOf(input)) {
      return noArc;
    }
    if (input.isDescendantOf(stack)) {
      return stack.hasDependencyHead() ? noArc : noArcShiftOrPass;
    }
    return stack.hasDependencyHead() ? ALL : notNoReduce;
  }

  private static int best(float[] scores, int[] candidates) {
    if (candidates.length == 0) {
      int best = 0;
      for (int i = 1; i < scores.length; i++) {
        best = scores[i] > scores[best] ? i : best;
      }
      return best;
    }
    int best = candidates[0];
    for (int i : candidates) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }

  /** Gives a word without head the best one among its neighbours, or makes it a root. */
  private void attach(
      LinearModel.Scorer scorer, DEPState<NLPNode> state, NLPNode[] nodes, int word) {
    double highest = Double.NEGATIVE_INFINITY;
    NLPNode head = nodes[0];
    String relation = "root";
    for (int direction : new int[] {-1, 1}) {
      int[] arcs = direction > 0 ? leftArcs : rightArcs;
      for (int distance = 1; distance <= WINDOW; distance++) {
        int other = word + direction * distance;
        if (other < 0 || other >= nodes.length) {
          break;
        }
        if (nodes[other].isDescendantOf(nodes[word])) {
          continue;
        }
        state.reset(Math.min(word, other), Math.max(word, other));
        float[] scores = scorer.score(state);
        int best = best(scores, arcs);
        if (scores[best] > highest) {
          highest = scores[best];
          head = nodes[other];
          relation = labels.get(best).getDeprel();
        }
      }
    }
    nodes[word].setDependencyHead(head, relation);
  }
}
