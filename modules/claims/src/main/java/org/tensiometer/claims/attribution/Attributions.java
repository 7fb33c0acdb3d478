package org.tensiometer.claims.attribution;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.NounPhrases;
import org.tensiometer.claims.grammar.Phrase;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.contracts.Attribution;

/** Attribution over a whole article: reports in the trees, and the speakers of quotations. */
public final class Attributions {

  private static final Set<String> FIRST_PERSON = Set.of("i", "we", "me", "us");

  private final String text;
  private final List<SentenceTree> trees;
  private final List<Quotation> quotations;
  private final List<BitSet> quoted = new ArrayList<>();
  private final List<List<Report>> reports = new ArrayList<>();
  private final Report[] speakers;

  /** Reports that are the cue of a quotation as long as a sentence; compared by identity. */
  private final Set<Report> quoting = Collections.newSetFromMap(new IdentityHashMap<>());

  private Attributions(String text, List<SentenceTree> trees) {
    this.text = text;
    this.trees = trees;
    this.quotations = Quotations.find(text);
    this.speakers = new Report[quotations.size()];
    for (SentenceTree tree : trees) {
      BitSet inside = quotedTokens(tree);
      quoted.add(inside);
      reports.add(ReportFinder.find(tree, inside));
    }
    for (int q = 0; q < speakers.length; q++) {
      Report report = inSentence(q);
      speakers[q] = report == null ? inNextSentence(q) : report;
    }
    carryOver();
    for (int q = 0; q < speakers.length; q++) {
      if (speakers[q] != null && isSentenceLong(quotations.get(q))) {
        quoting.add(speakers[q]);
      }
    }
  }

  /** Attribution of a text whose sentences are these, in text order. */
  public static Attributions of(String text, List<SentenceTree> trees) {
    return new Attributions(text, trees);
  }

  /** Whether a token stands between quotation marks. */
  public boolean isQuoted(int sentence, int token) {
    return quoted.get(sentence).get(token);
  }

  /**
   * Whose words a token of a sentence belongs to.
   *
   * @param sentence index in the list of sentences
   * @param token index in its tokens
   */
  public Voice voice(int sentence, int token) {
    SentenceTree tree = trees.get(sentence);
    List<Report> covering = covering(sentence, token);
    int q = quotationAt(tree, token);
    Report ofQuotation = q < 0 ? null : speakers[q];
    if (covering.isEmpty() && ofQuotation == null) {
      return Voice.NARRATOR;
    }
    Report inner = innermost(covering, ofQuotation);
    boolean act = inner.tree() == tree && inner.cue() == token;
    Report teller = act ? whoTells(covering, ofQuotation) : null;
    inner = teller == null ? inner : teller;
    Report outer = carrier(covering, inner, teller == null ? NONE : token, ofQuotation);
    boolean elsewhere = inner.tree() != tree;
    return new Voice(
        source(inner),
        elsewhere ? null : cueText(inner),
        elsewhere ? NONE : inner.cue(),
        outer == null ? null : source(outer),
        attribution(inner, sentence, token));
  }

  private static Report innermost(List<Report> covering, Report ofQuotation) {
    Report inner = covering.isEmpty() ? ofQuotation : covering.get(0);
    // Who says "I said" in a quotation is the speaker of the quotation.
    if (ofQuotation != null && inner != ofQuotation && saysFirstPerson(inner)) {
      inner = ofQuotation;
    }
    // In "the envoy said she regretted it" both are the envoy.
    boolean same = covering.size() > 1 && covering.get(1).covers(inner.cue());
    return same && isPronoun(inner) ? covering.get(1) : inner;
  }

  /**
   * Who passes on what the speaker says.
   *
   * @param told cue of an act of speech that the speaker tells of; its own source carries nothing
   */
  private static Report carrier(
      List<Report> covering, Report speaker, int told, Report ofQuotation) {
    for (Report report : covering) {
      if (!sameSource(report, speaker) && report.cue() != told && !saysFirstPerson(report)) {
        return report;
      }
    }
    boolean quoted = ofQuotation != null && !sameSource(ofQuotation, speaker);
    return quoted ? ofQuotation : null;
  }

  private static boolean sameSource(Report a, Report b) {
    return a == b || a.source() == b.source() && a.tree() == b.tree();
  }

  /**
   * Whether a word of saying is the only sign that somebody spoke: it has a source, but nothing in
   * what is said is a predicate, nor is it the cue of a quotation.
   *
   * @param predicates tokens of the sentence that are kept as claims
   */
  public boolean standsAlone(int sentence, int cue, BitSet predicates) {
    boolean found = false;
    for (Report report : reports.get(sentence)) {
      if (report.cue() == cue && report.own()) {
        if (report.content().intersects(predicates) || quoting.contains(report)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /**
   * That somebody warned or refused is itself told by whoever says so: in "the envoy said that the
   * rebels refused", the envoy. Who only passes on what others say (a report, a document) does not
   * count; null without anybody.
   */
  private static Report whoTells(List<Report> covering, Report ofQuotation) {
    Report first = covering.isEmpty() ? null : covering.get(0);
    for (Report report : covering) {
      boolean other = report != first && report.source() != first.source();
      if (other && !ReportingWords.passesOn(report.tree(), report.cue(), report.source())) {
        return saysFirstPerson(report) && ofQuotation != null ? ofQuotation : report;
      }
    }
    return ofQuotation;
  }

  private static Phrase source(Report report) {
    return NounPhrases.compound(report.tree(), report.source());
  }

  private static boolean saysFirstPerson(Report report) {
    return FIRST_PERSON.contains(report.tree().lemma(report.source()));
  }

  private static boolean isPronoun(Report report) {
    return report.tree().xpos(report.source()).equals("PRP");
  }

  private static String cueText(Report report) {
    SentenceTree tree = report.tree();
    String cue = tree.form(report.cue());
    boolean according = cue.equalsIgnoreCase("according");
    return according ? cue + " to" : cue;
  }

  /** Reports that cover a token, the innermost first. */
  private List<Report> covering(int sentence, int token) {
    List<Report> covering = new ArrayList<>();
    for (Report report : reports.get(sentence)) {
      if (report.covers(token)) {
        covering.add(report);
      }
    }
    covering.sort(
        Comparator.comparing((Report report) -> report.cue() != token)
            .thenComparing(report -> report.content().cardinality()));
    return covering;
  }

  private Attribution attribution(Report report, int sentence, int token) {
    BitSet inside = quoted.get(sentence);
    if (report.tree() != trees.get(sentence)) {
      return Attribution.DIRECT;
    }
    BitSet words = words(report.tree(), report.content());
    BitSet both = (BitSet) words.clone();
    both.and(inside);
    if (inside.get(token)) {
      boolean whole = both.cardinality() * 10 >= words.cardinality() * 8;
      boolean clause = wholeClauseQuoted(report.tree(), token, inside);
      return whole || clause ? Attribution.DIRECT : Attribution.MIXED;
    }
    return both.isEmpty() ? Attribution.INDIRECT : Attribution.MIXED;
  }

  private static boolean wholeClauseQuoted(SentenceTree tree, int token, BitSet inside) {
    int subject = Clauses.ownSubject(tree, token);
    return subject != NONE && inside.get(subject);
  }

  private static BitSet words(SentenceTree tree, BitSet tokens) {
    BitSet words = new BitSet();
    for (int i = tokens.nextSetBit(0); i >= 0; i = tokens.nextSetBit(i + 1)) {
      if (!tree.is(i, "PUNCT")) {
        words.set(i);
      }
    }
    return words;
  }

  private BitSet quotedTokens(SentenceTree tree) {
    BitSet inside = new BitSet(tree.size());
    for (int i = 0; i < tree.size(); i++) {
      if (quotationAt(tree, i) >= 0) {
        inside.set(i);
      }
    }
    return inside;
  }

  /** Index of the quotation around a token; -1 outside. */
  private int quotationAt(SentenceTree tree, int token) {
    int begin = tree.token(token).begin();
    int low = 0;
    int high = quotations.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Quotation quotation = quotations.get(middle);
      if (begin < quotation.begin()) {
        high = middle - 1;
      } else if (begin >= quotation.end()) {
        low = middle + 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  /** The report in a sentence of the quotation that covers most of it or stands nearest. */
  private Report inSentence(int q) {
    Quotation quotation = quotations.get(q);
    Report best = null;
    int bestScore = Integer.MIN_VALUE;
    int first = firstSentence(quotation);
    int last = Math.max(first, sentenceAt(quotation.end()));
    // What lies between them is all quoted and has no cue for the quotation.
    for (int s : first == last ? List.of(first) : List.of(first, last)) {
      if (s >= trees.size() || trees.get(s).sentence().begin() >= quotation.end()) {
        continue;
      }
      SentenceTree tree = trees.get(s);
      for (Report report : candidates(s, quotation)) {
        int begin = tree.token(report.cue()).begin();
        if (quoted.get(s).get(report.cue())) {
          continue;
        }
        int covered = coveredBy(report, quotation);
        int distance =
            begin < quotation.begin() ? quotation.begin() - begin : begin - quotation.end();
        int score = 10_000 * Math.min(covered, 100) - distance;
        if (score > bestScore) {
          bestScore = score;
          best = report;
        }
      }
    }
    return best;
  }

  /** The sentence after a quotation that says no more than who spoke: "..." The envoy said. */
  private Report inNextSentence(int q) {
    Quotation quotation = quotations.get(q);
    int s = sentenceAt(quotation.end());
    s += s < trees.size() && trees.get(s).sentence().begin() < quotation.end() ? 1 : 0;
    if (s == trees.size() || trees.get(s).sentence().begin() - quotation.end() > 2) {
      return null;
    }
    for (Report report : candidates(s, quotation)) {
      boolean main = report.tree().head(report.cue()) == NONE;
      if (main && words(report.tree(), report.content()).isEmpty()) {
        return report;
      }
    }
    return null;
  }

  /** Reports of the sentence, and verbs with a subject that only stand beside the quotation. */
  private List<Report> candidates(int sentence, Quotation quotation) {
    List<Report> candidates = new ArrayList<>(reports.get(sentence));
    SentenceTree tree = trees.get(sentence);
    for (int i = 0; i < tree.size(); i++) {
      int cue = i;
      boolean known = candidates.stream().anyMatch(report -> report.cue() == cue);
      boolean cueWord = ReportingWords.kind(tree, i) != null || abuts(tree, i, quotation);
      if (known || !tree.is(i, "VERB") || !cueWord) {
        continue;
      }
      int subject = Clauses.subject(tree, i);
      if (subject != NONE && !Clauses.isPassive(tree, i) && !quoted.get(sentence).get(subject)) {
        candidates.add(new Report(tree, i, subject, new BitSet(), true));
      }
    }
    return candidates;
  }

  /** Any verb can cue the quotation that it stands beside: "..." she emailed. */
  private boolean abuts(SentenceTree tree, int verb, Quotation quotation) {
    int subject = Clauses.ownSubject(tree, verb);
    if (subject == NONE || !isSentenceLong(quotation)) {
      return false;
    }
    int first = Math.min(verb, NounPhrases.core(tree, subject).first());
    int begin = tree.token(first).begin();
    boolean after = begin >= quotation.end() && begin - quotation.end() <= 2;
    String mark = text.substring(Math.max(0, quotation.end() - 2), quotation.end());
    if (after && mark.matches("[,.?!].")) {
      return true;
    }
    int end = tree.token(verb).end();
    boolean before = end <= quotation.begin() && quotation.begin() - end <= 40;
    String between = before ? text.substring(end, quotation.begin()).strip() : "";
    return between.endsWith(",") || between.endsWith(":");
  }

  private static int coveredBy(Report report, Quotation quotation) {
    SentenceTree tree = report.tree();
    int covered = 0;
    for (int i = report.content().nextSetBit(0); i >= 0; i = report.content().nextSetBit(i + 1)) {
      if (quotation.holds(tree.token(i).begin(), tree.token(i).end())) {
        covered++;
      }
    }
    return covered;
  }

  private int firstSentence(Quotation quotation) {
    return sentenceAt(quotation.begin() + 1);
  }

  /** The first sentence that ends at an offset or after it. */
  private int sentenceAt(int offset) {
    int low = 0;
    int high = trees.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (trees.get(middle).sentence().end() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Quotations without a speaker of their own take the one before them, or else after them. */
  private void carryOver() {
    for (int q = 0; q < speakers.length; q++) {
      if (speakers[q] == null && isSentenceLong(quotations.get(q)) && q > 0) {
        Quotation before = quotations.get(q - 1);
        boolean sameParagraph = !crossesParagraph(before.end(), quotations.get(q).begin());
        boolean runsOn = !before.closed();
        boolean startsParagraph = startsParagraph(quotations.get(q)) && adjacent(q);
        if (sameParagraph || runsOn || startsParagraph) {
          speakers[q] = speakers[q - 1];
        }
      }
    }
    for (int q = speakers.length - 2; q >= 0; q--) {
      boolean open = speakers[q] == null && isSentenceLong(quotations.get(q));
      boolean sameParagraph =
          !crossesParagraph(quotations.get(q).end(), quotations.get(q + 1).begin());
      if (open && (sameParagraph || !quotations.get(q).closed())) {
        speakers[q] = speakers[q + 1];
      }
    }
  }

  /** Whether the paragraph before is the one in which the quotation before stands. */
  private boolean adjacent(int q) {
    String between = text.substring(quotations.get(q - 1).end(), quotations.get(q).begin());
    return between.strip().lines().filter(line -> !line.isBlank()).count() <= 1;
  }

  private boolean startsParagraph(Quotation quotation) {
    int i = quotation.begin() - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i < 0 || text.charAt(i) == '\n';
  }

  private boolean crossesParagraph(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Single quoted words are no speech of their own. */
  private boolean isSentenceLong(Quotation quotation) {
    int spaces = 0;
    for (int i = quotation.begin(); i < quotation.end() && spaces < 3; i++) {
      spaces += Character.isWhitespace(text.charAt(i)) ? 1 : 0;
    }
    return spaces == 3;
  }
}
