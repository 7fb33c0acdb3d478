package org.tensiometer.claims.factuality;

import java.util.EnumMap;
import java.util.Map;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.Modality;
import org.tensiometer.contracts.Polarity;

/** Effects on one act, each with the first word that had it. */
final class Findings {

  private final SentenceTree tree;
  private final Map<Effect, String> cues = new EnumMap<>(Effect.class);
  private int negations;

  Findings(SentenceTree tree) {
    this.tree = tree;
  }

  /**
   * Adds what a token has.
   *
   * @param effect null for none
   */
  void add(Effect effect, int token) {
    add(effect, tree.form(token));
  }

  void add(Effect effect, String cue) {
    if (effect != null) {
      cues.putIfAbsent(effect, cue);
      negations += effect == Effect.NEGATED ? 1 : 0;
    }
  }

  boolean has(Effect effect) {
    return cues.containsKey(effect);
  }

  /** Takes over what leaves another act open, but not its negation. */
  void addOpenOf(Findings other) {
    other.cues.forEach(
        (effect, cue) -> {
          if (effect != Effect.NEGATED) {
            add(effect, cue);
          }
        });
  }

  void replace(Effect effect, Effect by) {
    String cue = cues.remove(effect);
    if (cue != null) {
      cues.putIfAbsent(by, cue);
    }
  }

  /**
   * A condition wins over everything, for what is only supposed is neither so nor not so; then
   * negation; then demands and questions, which leave the act open; then intention, then hedging.
   */
  Judgement judge() {
    boolean negated = negations % 2 == 1;
    if (negated && !has(Effect.CONDITIONAL)) {
      replace(Effect.ABLE, Effect.CONDITIONAL);
      return new Judgement(
          Polarity.NEGATED, modality(), cues.get(Effect.NEGATED), Factuality.DENIED);
    }
    replace(Effect.ABLE, Effect.CONDITIONAL);
    Polarity polarity = negated ? Polarity.NEGATED : Polarity.AFFIRMED;
    // Two negations affirm, but less than a plain statement does.
    if (negations > 1) {
      cues.putIfAbsent(Effect.HEDGED, cues.get(Effect.NEGATED));
    }
    Modality modality = modality();
    Factuality factuality =
        switch (modality) {
          case CONDITIONAL, DEMANDED, QUESTIONED -> Factuality.CONDITIONAL;
          case FUTURE -> Factuality.INTENDED;
          case HEDGED -> Factuality.REPORTED;
          case NONE -> Factuality.ASSERTED;
        };
    return new Judgement(polarity, modality, cueOf(modality), factuality);
  }

  private Modality modality() {
    if (has(Effect.CONDITIONAL)) {
      return Modality.CONDITIONAL;
    } else if (has(Effect.DEMANDED)) {
      return Modality.DEMANDED;
    } else if (has(Effect.QUESTIONED)) {
      return Modality.QUESTIONED;
    } else if (has(Effect.FUTURE)) {
      return Modality.FUTURE;
    }
    return has(Effect.HEDGED) ? Modality.HEDGED : Modality.NONE;
  }

  private String cueOf(Modality modality) {
    return modality == Modality.NONE ? null : cues.get(Effect.valueOf(modality.name()));
  }
}
