package org.tensiometer.claims.attribution;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tensiometer.claims.attribution.ReportingWords.Kind;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.NounPhrases;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.grammar.WordLists;

/** Finds the reports of one sentence in its tree. */
final class ReportFinder {

  private static final Set<String> FROM_SOURCE = Set.of("by", "from", "of");
  private static final Set<String> TOPIC = Set.of("about", "on", "of", "to", "as");

  private static final int LONGEST_HEADING = 8;

  private final SentenceTree tree;
  private final BitSet quoted;
  private final List<Report> reports = new ArrayList<>();

  private ReportFinder(SentenceTree tree, BitSet quoted) {
    this.tree = tree;
    this.quoted = quoted;
  }

  /**
   * Reports of a sentence.
   *
   * @param quoted tokens between quotation marks
   */
  static List<Report> find(SentenceTree tree, BitSet quoted) {
    ReportFinder finder = new ReportFinder(tree, quoted);
    for (int i = 0; i < tree.size(); i++) {
      finder.look(i);
    }
    finder.heading();
    finder.transcript();
    return finder.reports;
  }

  private void look(int i) {
    Kind kind = ReportingWords.kind(tree, i);
    if (ReportingWords.isSourcePreposition(Clauses.preposition(tree, i))
        && tree.hasRelation(i, "obl", "nmod")) {
      add(tree.child(i, "case"), i, besideSource(i), false);
    } else if (tree.form(i).equalsIgnoreCase("according")) {
      int source = tree.child(i, "obl", "obj", "nmod");
      if (source != NONE && tree.head(i) != NONE) {
        add(i, source, besideSource(i), false);
      }
    } else if (tree.is(i, "VERB")) {
      Kind own = kindOfVerb(i, kind);
      if (own != null) {
        verb(i, own);
      }
    } else if (kind == null) {
      return;
    } else if (tree.is(i, "NOUN")) {
      noun(i, kind);
    } else if (tree.is(i, "ADJ")) {
      int subject = Clauses.subject(tree, i);
      if (subject != NONE) {
        add(i, subject, clauses(i, Set.of("ccomp", "xcomp")), true);
      }
    }
  }

  /**
   * "Spoke of a raid" reports without quotation marks; "the poll gives her" shows as "finds" does.
   */
  private Kind kindOfVerb(int cue, Kind kind) {
    if (kind == Kind.QUOTE) {
      BitSet topics = new BitSet();
      addTopics(cue, topics);
      boolean speaks = ReportingWords.TOPICAL.contains(tree.lemma(cue)) && !topics.isEmpty();
      return speaks ? Kind.SAY : quoted.isEmpty() ? null : kind;
    }
    if (kind == null && tree.lemma(cue).equals("make") && makesClear(cue)) {
      return Kind.SAY;
    }
    if (kind == null && ReportingWords.CONTAINING.contains(tree.lemma(cue))) {
      int subject = Clauses.ownSubject(tree, cue);
      return subject != NONE && isEvidence(subject) ? Kind.SHOW : null;
    }
    return kind;
  }

  private boolean makesClear(int verb) {
    for (int child : tree.children(verb)) {
      boolean result = tree.hasRelation(child, "xcomp", "ccomp", "obj", "advmod");
      if (result && Set.of("clear", "known", "plain").contains(tree.lemma(child))) {
        return true;
      }
    }
    return false;
  }

  /** "Kremlin: no talks planned" and "No talks planned: minister", as headings and minutes have. */
  private void heading() {
    int colon = NONE;
    for (int i = 1; i + 1 < tree.size() && colon == NONE; i++) {
      colon = tree.form(i).equals(":") ? i : NONE;
    }
    if (colon == NONE) {
      return;
    }
    int end = tree.size();
    while (end > colon + 1 && tree.is(end - 1, "PUNCT")) {
      end--;
    }
    if (isName(0, colon)) {
      addHeading(colon, colon - 1, colon + 1, tree.size());
    } else if (isName(colon + 1, end)) {
      addHeading(colon, end - 1, 0, colon);
    }
  }

  /** "MR. ROE: We agree. MS. DOE: We do not", as transcripts have, also inside quotation marks. */
  private void transcript() {
    int end = tree.size();
    for (int colon = tree.size() - 2; colon > 0; colon--) {
      int label = tree.form(colon).equals(":") ? labelBefore(colon) : NONE;
      if (label != NONE) {
        addHeading(colon, colon - 1, colon + 1, end);
        end = label;
      }
    }
  }

  /** First word of a speaker's name in capitals that ends before a colon. */
  private int labelBefore(int colon) {
    int first = colon;
    while (first > 0 && colon - first < LONGEST_HEADING && isInCapitals(tree.form(first - 1))) {
      first--;
    }
    boolean opens = first == 0 || tree.is(first - 1, "PUNCT");
    return opens && first < colon && tree.form(colon - 1).length() > 2 ? first : NONE;
  }

  private static boolean isInCapitals(String form) {
    return form.length() > 1
        && Character.isUpperCase(form.charAt(0))
        && form.equals(form.toUpperCase(Locale.ROOT));
  }

  /** Whether some words are a party and nothing else. */
  private boolean isName(int from, int to) {
    if (to - from > LONGEST_HEADING || to <= from || !NounPhrases.isNominal(tree, to - 1)) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!tree.is(i, "PROPN", "NOUN", "ADJ", "DET", "PART", "PUNCT", "X") || quoted.get(i)) {
        return false;
      }
    }
    return canSpeak(to - 1)
        && !Set.of("DATE", "TIME", "EVENT").contains(tree.entity(to - 1))
        && (tree.is(to - 1, "PROPN") || WordLists.PEOPLE.contains(tree.lemma(to - 1)));
  }

  private void addHeading(int colon, int source, int from, int to) {
    BitSet content = new BitSet();
    content.set(from, to);
    if (quoted.get(colon)) {
      content.and(quoted);
    }
    if (reports.stream().noneMatch(report -> report.cue() == colon)) {
      add(colon, source, content, false);
    }
  }

  private void verb(int cue, Kind kind) {
    int source = sourceOfVerb(cue);
    if (source == NONE) {
      return;
    }
    boolean acts = kind == Kind.ACT || kind == Kind.JUDGE;
    BitSet content = clauses(cue, acts ? Set.of("ccomp", "xcomp") : Set.of("ccomp"));
    int quotedPerson = quotedPerson(cue);
    if (quotedPerson != NONE) {
      add(cue, quotedPerson, content, false);
      content = (BitSet) content.clone();
      content.set(cue);
      add(cue, source, content, false);
      return;
    }
    addGerunds(cue, content);
    if (kind == Kind.SAY) {
      addTopics(cue, content);
    }
    int head = tree.head(cue);
    if (head != NONE && content.isEmpty() && isInserted(cue)) {
      content.or(without(tree.subtree(clauseTop(head)), cue));
    }
    addQuotedParts(cue, content);
    content.clear(cue);
    boolean says = acts || kind == Kind.SAY || kind == Kind.QUOTE;
    if (!content.isEmpty()
        || (kind == Kind.JUDGE || kind == Kind.SAY) && canSpeak(source)
        || kind == Kind.SHOW && isEvidence(source) && tree.hasChild(cue, "obj", "obl")) {
      add(cue, source, content, says || kind == Kind.SHOW);
    }
  }

  /** What is told or spoken of: told the story of the raid, wrote about it. */
  private void addTopics(int cue, BitSet content) {
    for (int child : tree.children(cue)) {
      boolean object = tree.hasRelation(child, "obj") && !NounPhrases.isPerson(tree, child);
      boolean topic =
          tree.hasRelation(child, "obl", "advcl")
              && TOPIC.contains(Clauses.preposition(tree, child));
      if (object || topic) {
        content.or(tree.subtree(child));
      }
    }
  }

  private boolean isEvidence(int source) {
    return ReportingWords.EVIDENCE.contains(tree.lemma(source));
  }

  /** The author of a text that says something: she issued a statement saying. */
  private int author(int text) {
    int verb = tree.head(text);
    boolean issued =
        verb != NONE
            && isEvidence(text)
            && tree.hasRelation(text, "obj")
            && ReportingWords.ISSUING.contains(tree.lemma(verb));
    int subject = issued ? Clauses.subject(tree, verb) : NONE;
    return subject != NONE && canSpeak(subject) ? subject : text;
  }

  /** "X, she said" follows or interrupts what it reports, with a comma but no conjunction. */
  private boolean isInserted(int cue) {
    return tree.hasRelation(cue, "parataxis")
        || tree.hasRelation(cue, "conj", "dep")
            && Clauses.ownSubject(tree, cue) != NONE
            && !tree.hasChild(cue, "cc", "mark")
            && tree.head(cue) < cue
            && !tree.hasChild(tree.head(cue), "cc");
  }

  /** The person in "quoted a person as saying"; the subject only passes it on. */
  private int quotedPerson(int cue) {
    if (!Set.of("quote", "cite").contains(tree.lemma(cue)) || Clauses.isPassive(tree, cue)) {
      return NONE;
    }
    for (int child : tree.children(cue)) {
      if (tree.hasRelation(child, "advcl", "xcomp", "obl")
          && tree.form(child).equalsIgnoreCase("saying")) {
        return tree.child(cue, "obj", "iobj");
      }
    }
    return NONE;
  }

  /**
   * Subject, or the agent of a passive; "X was quoted as saying" has X, "quoted X as saying" too.
   */
  private int sourceOfVerb(int cue) {
    if (Clauses.isPassive(tree, cue)) {
      int agent = tree.child(cue, "obl:agent");
      return agent;
    }
    int above = tree.head(cue);
    if (above != NONE
        && Set.of("quote", "cite").contains(tree.lemma(above))
        && tree.form(cue).equalsIgnoreCase("saying")) {
      int quotedPerson = tree.child(above, "obj", "nsubj:pass", "iobj");
      if (quotedPerson != NONE) {
        return quotedPerson;
      }
    }
    int subject = Clauses.subject(tree, cue);
    boolean nobody = subject == NONE || tree.hasRelation(subject, "expl");
    return nobody ? NONE : author(subject);
  }

  /** What one is accused of or praised for doing. */
  private void addGerunds(int cue, BitSet content) {
    for (int child : tree.children(cue)) {
      boolean gerund = tree.xpos(child).equals("VBG") && tree.hasRelation(child, "advcl", "obl");
      if (gerund && tree.hasChild(child, "mark", "case")) {
        int marker = tree.child(child, "mark", "case");
        if (Set.of("of", "for", "about", "as").contains(tree.lemma(marker))) {
          content.or(tree.subtree(child));
        }
      }
    }
  }

  /** Quoted words under the cue, other than those of its source. */
  private void addQuotedParts(int cue, BitSet content) {
    for (int child : tree.children(cue)) {
      if (!tree.hasRelation(child, "nsubj", "punct", "conj")) {
        BitSet part = tree.subtree(child);
        part.and(quoted);
        content.or(part);
      }
    }
  }

  private void noun(int cue, Kind kind) {
    BitSet content = clauses(cue, Set.of("acl", "ccomp"));
    content.andNot(relativeClauses(cue));
    int source = Clauses.owner(tree, cue);
    for (int child : tree.children(cue)) {
      boolean from = FROM_SOURCE.contains(Clauses.preposition(tree, child));
      if (source == NONE && tree.hasRelation(child, "nmod") && from && canSpeak(child)) {
        source = child;
      }
    }
    int verb = tree.head(cue);
    boolean expressed =
        source == NONE
            && verb != NONE
            && tree.hasRelation(cue, "obj")
            && ReportingWords.EXPRESSING.contains(tree.lemma(verb));
    if (expressed) {
      source = Clauses.subject(tree, verb);
    }
    boolean judges = kind == Kind.JUDGE || kind == Kind.ACT || expressed && kind == Kind.SAY;
    if (source == NONE || content.isEmpty() && !(judges && canSpeak(source))) {
      return;
    }
    if (expressed) {
      content.set(verb);
    }
    add(cue, source, content, true);
  }

  private BitSet relativeClauses(int noun) {
    BitSet found = new BitSet();
    for (int child : tree.children(noun)) {
      if (tree.relation(child).equals("acl:relcl")) {
        found.or(tree.subtree(child));
      }
    }
    return found;
  }

  private BitSet clauses(int cue, Set<String> relations) {
    BitSet found = new BitSet();
    for (int child : tree.children(cue)) {
      if (relations.contains(tree.base(child))) {
        found.or(tree.subtree(child));
      }
    }
    return found;
  }

  /** What "according to" qualifies: at either end of a sentence all of it, else its clause. */
  private BitSet besideSource(int i) {
    BitSet own = tree.subtree(i);
    boolean opens = own.nextClearBit(0) > i && own.get(0);
    int after = Math.max(own.length(), i);
    while (after < tree.size() && tree.is(after, "PUNCT")) {
      after++;
    }
    BitSet content;
    if (opens || after == tree.size()) {
      content = new BitSet();
      content.set(0, tree.size());
    } else {
      content = tree.subtree(clauseAbove(i));
    }
    content.andNot(own);
    return content;
  }

  private int clauseAbove(int i) {
    int governor = Clauses.governor(tree, i);
    return governor == NONE ? tree.head(i) == NONE ? i : tree.head(i) : governor;
  }

  /** The clause that an inserted "she said" interrupts. */
  private int clauseTop(int i) {
    return Clauses.isPredicate(tree, i) || Clauses.governor(tree, i) == NONE
        ? i
        : Clauses.governor(tree, i);
  }

  private BitSet without(BitSet content, int cut) {
    content.andNot(tree.subtree(cut));
    return content;
  }

  private boolean canSpeak(int source) {
    return NounPhrases.namesParty(NounPhrases.core(tree, source))
        || WordLists.PEOPLE.contains(tree.lemma(source));
  }

  private void add(int cue, int source, BitSet content, boolean own) {
    if (cue != NONE && (own || !content.isEmpty())) {
      reports.add(new Report(tree, cue, source, content, own));
    }
  }
}
