package org.tensiometer.claims.extraction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tensiometer.claims.attribution.ReportingWords;
import org.tensiometer.claims.attribution.Voice;
import org.tensiometer.claims.extraction.PredicateFinder.Candidate;
import org.tensiometer.claims.factuality.FactualityRules;
import org.tensiometer.claims.factuality.Judgement;
import org.tensiometer.claims.grammar.NounPhrases;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.time.ClauseDate;
import org.tensiometer.claims.time.ClauseDates;
import org.tensiometer.claims.time.Tenses;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.PredicateKind;

/** The claims of one sentence. */
final class SentenceClaims {

  private final ArticleAnalysis analysis;
  private final SentenceTree tree;
  private final int sentence;
  private final List<Candidate> candidates;
  private final BitSet clauses = new BitSet();
  private final ClauseDates dates;

  SentenceClaims(ArticleAnalysis analysis, int sentence) {
    this.analysis = analysis;
    this.tree = analysis.trees().get(sentence);
    this.sentence = sentence;
    this.candidates = PredicateFinder.find(tree);
    BitSet predicates = new BitSet();
    for (Candidate candidate : candidates) {
      predicates.set(candidate.token());
      if (isClause(candidate) && !onlySays(candidate)) {
        clauses.set(candidate.token());
      }
    }
    this.dates =
        new ClauseDates(analysis.article().getBody(), tree, analysis.published(), predicates);
  }

  /**
   * Claims in text order.
   *
   * @param firstIndex index of the first of them in its revision
   */
  List<Claim> claims(int firstIndex) {
    List<Claim> claims = new ArrayList<>();
    ClaimAssembler assembler = null;
    for (Candidate candidate : candidates) {
      int predicate = candidate.token();
      if (onlySays(candidate)
          && !analysis.attributions().standsAlone(sentence, predicate, clauses)) {
        continue;
      }
      Voice voice = analysis.attributions().voice(sentence, predicate);
      List<Role> roles = ArgumentCollector.collect(tree, predicate, candidate.kind());
      if (!concernsParty(candidate, roles, voice)) {
        continue;
      }
      assembler = assembler == null ? new ClaimAssembler(analysis, tree) : assembler;
      Judgement judgement = FactualityRules.judge(tree, predicate);
      Optional<ClauseDate> date = date(candidate, voice, judgement);
      boolean spoken = voice.speaker() != null;
      int announcing = Announcements.auxiliary(tree, predicate, roles, judgement, spoken);
      if (announcing != SentenceTree.NONE) {
        claims.add(
            assembler.claim(
                firstIndex + claims.size(),
                announcing,
                PredicateKind.VERB,
                roles,
                voice,
                Announcements.ASSERTED,
                date));
      }
      claims.add(
          assembler.claim(
              firstIndex + claims.size(),
              predicate,
              candidate.kind(),
              roles,
              voice,
              judgement,
              date));
    }
    return claims;
  }

  private boolean onlySays(Candidate candidate) {
    return ReportingWords.kind(tree, candidate.token()) == ReportingWords.Kind.SAY;
  }

  private boolean isClause(Candidate candidate) {
    return candidate.kind() != PredicateKind.NOUN || tree.hasChild(candidate.token(), "cop");
  }

  /** A party takes part, or a party says that it is so. */
  private boolean concernsParty(Candidate candidate, List<Role> roles, Voice voice) {
    boolean spoken = isClause(candidate) && voice.speaker() != null;
    return spoken
        || roles.stream()
            .map(role -> NounPhrases.full(tree, role.phrase().head()))
            .anyMatch(NounPhrases::namesParty);
  }

  /**
   * What is said to be so, to be possible or to come has, without a date of its own, that of the
   * statement; what is told to have happened before has not.
   */
  private Optional<ClauseDate> date(Candidate candidate, Voice voice, Judgement judgement) {
    Optional<ClauseDate> own = dates.of(candidate.token());
    boolean here = voice.cueToken() >= 0 && voice.speaker().sentence() == sentence;
    if (own.isPresent() || !here) {
      return own;
    }
    boolean open =
        judgement.factuality() == Factuality.INTENDED
            || judgement.factuality() == Factuality.CONDITIONAL;
    boolean state =
        tree.hasChild(candidate.token(), "cop")
            || candidate.kind() == PredicateKind.VERB
                && (!Tenses.isPast(tree, candidate.token())
                    || Tenses.isPresentPerfect(tree, candidate.token()));
    return open || state ? ofStatement(voice) : own;
  }

  /** Date of a statement, or of the statement that tells of it. */
  private Optional<ClauseDate> ofStatement(Voice voice) {
    Optional<ClauseDate> date = dates.of(voice.cueToken());
    if (date.isPresent()) {
      return date;
    }
    Voice outer = analysis.attributions().voice(sentence, voice.cueToken());
    boolean here = outer.cueToken() >= 0 && outer.cueToken() != voice.cueToken();
    return here && outer.speaker().sentence() == sentence
        ? dates.of(outer.cueToken())
        : Optional.empty();
  }
}
