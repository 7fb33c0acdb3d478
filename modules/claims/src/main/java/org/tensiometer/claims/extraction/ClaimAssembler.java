package org.tensiometer.claims.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tensiometer.claims.attribution.Voice;
import org.tensiometer.claims.factuality.Judgement;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.Phrase;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.AnalysedToken;
import org.tensiometer.claims.time.ClauseDate;
import org.tensiometer.contracts.Argument;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.EventDate;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.Mention;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.SentenceSpan;
import org.tensiometer.contracts.Speaker;
import org.tensiometer.contracts.Token;

/** Puts what the rules found about one predicate into a claim. */
final class ClaimAssembler {

  private static final Set<String> PLACE_ROLES =
      Set.of("in", "at", "near", "inside", "outside", "on", "along", "across", "off");
  private static final Set<String> PLACE_TYPES = Set.of("GPE", "LOC", "FAC");

  private final ArticleAnalysis analysis;
  private final Mentions mentions;
  private final SentenceTree tree;
  private final SentenceSpan span;
  private final List<Token> tokens;

  ClaimAssembler(ArticleAnalysis analysis, SentenceTree tree) {
    this.analysis = analysis;
    this.mentions = new Mentions(analysis);
    this.tree = tree;
    this.span = span(tree.sentence());
    this.tokens = tokens();
  }

  Claim claim(
      int index,
      int predicate,
      PredicateKind kind,
      List<Role> roles,
      Voice voice,
      Judgement judgement,
      Optional<ClauseDate> date) {
    return new Claim(
        Ids.claim(
            analysis.article().getArticleId(),
            analysis.article().getRevision().getContentHash(),
            index),
        span,
        speaker(voice),
        voice.attribution(),
        predicate(predicate, kind),
        roles.stream().map(role -> new Argument(role.name(), mention(role.phrase()))).toList(),
        judgement.polarity(),
        judgement.modality(),
        judgement.cue(),
        judgement.factuality(),
        date.map(ClauseDate::historical).orElse(false),
        date.map(this::eventDate).orElse(null),
        place(roles),
        tokens);
  }

  private SentenceSpan span(AnalysedSentence sentence) {
    return new SentenceSpan(
        sentence.index(),
        offset(sentence.begin()),
        offset(sentence.end()),
        analysis.article().getBody().substring(sentence.begin(), sentence.end()));
  }

  private List<Token> tokens() {
    List<Token> list = new ArrayList<>(tree.size());
    for (int i = 0; i < tree.size(); i++) {
      AnalysedToken token = tree.token(i);
      Phrase antecedent = analysis.antecedents().of(tree.sentence().index(), i);
      list.add(
          new Token(
              offset(token.begin()),
              offset(token.end()),
              token.form(),
              token.lemma(),
              token.upos(),
              token.xpos(),
              token.entity(),
              tree.head(i),
              tree.relation(i),
              antecedent == null ? null : mentions.text(antecedent),
              antecedent == null ? null : mentions.start(antecedent)));
    }
    return list;
  }

  private Speaker speaker(Voice voice) {
    if (voice.speaker() == null) {
      return null;
    }
    Mention carrier = voice.carrier() == null ? null : mention(voice.carrier());
    return new Speaker(mention(voice.speaker()), voice.cue(), carrier);
  }

  private Predicate predicate(int i, PredicateKind kind) {
    AnalysedToken token = tree.token(i);
    return new Predicate(
        token.form(), token.lemma(), i, offset(token.begin()), offset(token.end()), kind);
  }

  private EventDate eventDate(ClauseDate date) {
    return new EventDate(
        date.period().start(),
        date.period().end(),
        date.period().granularity(),
        analysis.article().getBody().substring(date.begin(), date.end()),
        offset(date.begin()));
  }

  private Mention place(List<Role> roles) {
    for (Role role : roles) {
      int head = role.phrase().head();
      if (tree.hasRelation(head, "obl", "nmod")
          && PLACE_ROLES.contains(Clauses.preposition(tree, head))
          && PLACE_TYPES.contains(tree.entity(head))) {
        return mention(role.phrase());
      }
    }
    return null;
  }

  private Mention mention(Phrase phrase) {
    return mentions.of(phrase, tree.sentence().index());
  }

  private int offset(int utf16) {
    return analysis.offsets().at(utf16);
  }
}
