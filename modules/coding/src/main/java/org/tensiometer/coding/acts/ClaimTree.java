package org.tensiometer.coding.acts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tensiometer.coding.actors.ActorResolver;
import org.tensiometer.contracts.Argument;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.Token;

/**
 * The sentence of a claim seen from its predicate, with voice and nominal form evened out. Roles:
 *
 * <ul>
 *   <li>{@code subj}: who does it; the agent of a passive; of a noun its possessor, by-phrase or
 *       national adjective
 *   <li>{@code obj}: what it is done to; the subject of a passive; of a noun its of-phrase
 *   <li>{@code own}: possessor or by-phrase of a noun only
 *   <li>{@code iobj}: the recipient
 *   <li>{@code to}, {@code with}, {@code against} ...: what follows that preposition, also after
 *       the object
 *   <li>{@code mod}: adjectives and nouns before a noun; {@code poss} its possessor
 *   <li>{@code comp}: clauses and infinitives that complete it
 *   <li>{@code speaker}: whose statement the claim is
 *   <li>{@code gov}: the word that governs it
 *   <li>{@code headnoun}: the same if it is a noun
 *   <li>{@code any}: every party-like role of a complement
 * </ul>
 */
public final class ClaimTree {

  private static final Set<String> CLAUSES = Set.of("xcomp", "ccomp", "acl", "advcl", "csubj");
  private static final Set<String> INSIDE_PHRASE =
      Set.of("amod", "compound", "nmod:poss", "conj", "flat", "nummod", "appos");
  private static final List<String> PARTY_ROLES =
      List.of("iobj", "to", "with", "against", "obj", "on", "for", "from", "of", "between");
  private static final Set<String> OWNERS = Set.of("nmod:poss", "nmod:by");
  private static final Set<String> OWNING = Set.of("of", "from", "by", "between", "among");
  private static final Set<String> PLACING =
      Set.of(
          "of", "from", "by", "between", "among", "in", "to", "with", "at", "near", "on", "into",
          "inside", "aboard");
  private static final Set<String> CIRCUMSTANTIAL =
      Set.of("while", "although", "though", "whereas");
  private static final Set<String> NEGATIONS = Set.of("not", "n't", "n’t", "never");
  private static final Set<String> WILL =
      Set.of("want", "wish", "intend", "agree", "consent", "say", "ready", "willing", "prepared");

  /** Words that tell to whom people belong: loyal to, linked to. */
  private static final Set<String> BELONGING =
      Set.of("link", "linked", "tie", "loyal", "belong", "affiliate", "affiliated", "ally");

  private static final Set<String> SEATED = Set.of("base", "headquarter", "hide", "shelter");

  /** Roles that are not the name of a preposition. */
  private static final Set<String> NO_PREPOSITIONS =
      Set.of("subj", "obj", "iobj", "mod", "poss", "comp");

  private static final int DEEPEST = 3;
  private static final int NONE = -1;

  private final Claim claim;
  private final List<Token> tokens;
  private final int[][] children;
  private final int predicate;
  private final boolean announcing;

  public ClaimTree(Claim claim) {
    this.claim = claim;
    this.tokens = claim.getTokens();
    this.children = children(tokens);
    int token = claim.getPredicate().getToken();
    this.announcing = tokens.get(token).getRelation().equals("aux") && head(token) > NONE;
    this.predicate = announcing ? head(token) : token;
  }

  public Claim claim() {
    return claim;
  }

  /** The word of the act; of an announcement the act that is announced. */
  public int predicate() {
    return predicate;
  }

  /** Whether the claim is that an act is announced: its predicate is the auxiliary. */
  public boolean isAnnouncement() {
    return announcing;
  }

  /** Whether the predicate depends on a verb in the past tense. */
  public boolean isUnderPast() {
    int governor = head(predicate);
    return governor >= 0 && tokens.get(governor).getXpos().equals("VBD");
  }

  /** Whether the predicate is a main verb in the present or past, without modal or subordinator. */
  public boolean isPlainlyFinite() {
    boolean plain =
        dependents(predicate, "mark").isEmpty()
            && Set.of("have", "be").containsAll(dependents(predicate, "aux", "aux:pass"));
    String tag = tokens.get(predicate).getXpos();
    boolean finite =
        Set.of("VBD", "VBZ", "VBP").contains(tag)
            || tag.equals("VBN") && !dependents(predicate, "aux", "aux:pass").isEmpty();
    return plain && finite && Set.of("root", "ccomp").contains(base(relation(predicate)));
  }

  boolean isNoun() {
    return claim.getPredicate().getKind() == PredicateKind.NOUN;
  }

  String lemma(int token) {
    return tokens.get(token).getLemma().toLowerCase(Locale.ROOT);
  }

  String form(int token) {
    return tokens.get(token).getForm().toLowerCase(Locale.ROOT);
  }

  int head(int token) {
    return tokens.get(token).getHead();
  }

  String relation(int token) {
    return tokens.get(token).getRelation();
  }

  /** Lemmas of the phrase around a head: modifiers, compounds and phrases inside it. */
  List<String> phraseLemmas(int head) {
    List<String> lemmas = new ArrayList<>();
    collect(head, lemmas, 0);
    return lemmas;
  }

  private void collect(int token, List<String> lemmas, int depth) {
    lemmas.add(lemma(token));
    for (int child : children[token]) {
      String label = label(child);
      boolean within = INSIDE_PHRASE.contains(relation(child)) || label.equals("nmod:of");
      if (depth < 4 && within) {
        collect(child, lemmas, depth + 1);
      }
    }
  }

  /** Lemmas of the words that depend on the predicate by one of these relations. */
  List<String> dependents(int token, String... relations) {
    List<String> lemmas = new ArrayList<>();
    for (int child : children[token]) {
      if (Arrays.asList(relations).contains(relation(child))) {
        lemmas.add(lemma(child));
      }
    }
    return lemmas;
  }

  /** Whether the negation is the act's own, or that of a will above it: does not want to. */
  boolean isRefusal() {
    int governor = head(predicate);
    boolean embedded = governor > NONE && CLAUSES.contains(base(relation(predicate)));
    return !embedded || hasNegation(predicate) || WILL.contains(lemma(governor));
  }

  private boolean hasNegation(int token) {
    if (isNegated(token) || dependents(token, "cc").contains("nor")) {
      return true;
    }
    for (int child : children[token]) {
      if (dependents(child, "det", "neg").contains("no")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a verb is negated by a word of its own clause. */
  boolean isNegated(int token) {
    return token >= 0 && dependents(token, "advmod", "neg").stream().anyMatch(NEGATIONS::contains);
  }

  /** Whether the head of a phrase is a name in the plural: Ruritanians. */
  public boolean isPluralName(int token) {
    return token >= 0 && tokens.get(token).getXpos().equals("NNPS");
  }

  /** Whether the head of a phrase is a person's name. */
  boolean isPersonName(int token) {
    String entity = tokens.get(token).getEntity();
    return entity != null && entity.endsWith("-PERSON");
  }

  boolean isPassive(int token) {
    for (int child : children[token]) {
      if (relation(child).endsWith(":pass")) {
        return true;
      }
    }
    Token word = tokens.get(token);
    return word.getXpos().equals("VBN")
        && Set.of("acl", "advcl", "amod").contains(base(word.getRelation()))
        && dependents(token, "aux", "obj").isEmpty();
  }

  /** What fills a role of the predicate. */
  public List<Filler> role(String role) {
    if (role.equals("speaker")) {
      return claim.getSpeaker() == null
          ? List.of()
          : List.of(Filler.of(claim.getSpeaker().getMention()));
    }
    if (role.equals("any")) {
      return any(predicate());
    }
    if (role.equals("gov")) {
      int governor = head(predicate());
      return governor < 0 ? List.of() : List.of(filler(governor));
    }
    if (role.equals("headnoun")) {
      int governor = head(predicate());
      return governor < 0 || !isNominal(governor) ? List.of() : List.of(filler(governor));
    }
    if (role.equals("own")) {
      return claim.getArguments().stream()
          .filter(argument -> OWNERS.contains(argument.getRole()))
          .map(argument -> Filler.of(argument.getMention()))
          .toList();
    }
    List<Filler> said = new ArrayList<>();
    boolean passive = isPassive(predicate());
    boolean twoObjects =
        claim.getArguments().stream().anyMatch(a -> a.getRole().equals("nsubj:pass"))
            && claim.getArguments().stream().anyMatch(a -> a.getRole().equals("obj"));
    for (Argument argument : claim.getArguments()) {
      if (fits(role, canonical(argument.getRole(), passive, isNoun(), twoObjects))) {
        said.add(Filler.of(argument.getMention()));
      }
    }
    said.removeIf(filler -> isTime(filler.head()) || filler.head() == predicate());
    if (role.equals("subj") && said.size() > 1) {
      said = nearest(said);
    }
    if (said.isEmpty() && role.equals("subj") && isNoun()) {
      said.addAll(role("mod"));
    }
    return said.isEmpty() ? role(predicate(), role) : said;
  }

  /** What fills a role of any word, read from the tree. */
  List<Filler> role(int token, String asked) {
    // Of a noun, what follows "of" is its object.
    String role = asked.equals("of") && isNominal(token) ? "obj" : asked;
    if (role.equals("any")) {
      return any(token);
    }
    if (role.equals("gov")) {
      return head(token) < 0 ? List.of() : List.of(filler(head(token)));
    }
    List<Integer> heads = heads(token, role);
    if (heads.isEmpty() && role.equals("subj") && isNominal(token)) {
      heads = heads(token, "mod");
    }
    boolean preposition = !NO_PREPOSITIONS.contains(role);
    if (heads.isEmpty() && preposition) {
      // "Back to", "out of": the preposition may hang on the adverb before it.
      for (int adverb : children[token]) {
        if (base(adverb).equals("advmod")) {
          heads.addAll(heads(adverb, role));
        }
      }
    }
    if (heads.isEmpty() && preposition) {
      for (String bridge : List.of("obj", "of")) {
        for (int middle : bridge.equals(role) ? List.<Integer>of() : heads(token, bridge)) {
          heads.addAll(heads(middle, role));
          for (int inner : heads(middle, "in")) {
            heads.addAll(role.equals("in") ? List.of() : heads(inner, role));
          }
        }
      }
    }
    List<Filler> fillers = new ArrayList<>();
    for (int head : heads) {
      for (int member : role.equals("comp") ? List.of(head) : members(head)) {
        if (!isTime(member)) {
          fillers.add(filler(member));
        }
      }
    }
    return fillers;
  }

  /**
   * Without a conjunction only the last of several subjects is one; what stands before it is a
   * dateline or an apposition that the parser took for a subject.
   */
  private List<Filler> nearest(List<Filler> subjects) {
    List<Filler> kept = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      int head = subjects.get(i).head();
      boolean first = head >= 0 && base(relation(head)).equals("nsubj");
      boolean another = false;
      for (Filler later : subjects.subList(i + 1, subjects.size())) {
        another |= later.head() >= 0 && base(relation(later.head())).equals("nsubj");
      }
      if (!first || !another) {
        kept.add(subjects.get(i));
      }
    }
    return kept;
  }

  private boolean isTime(int token) {
    String entity = token < 0 ? null : tokens.get(token).getEntity();
    return entity != null && (entity.endsWith("-DATE") || entity.endsWith("-TIME"));
  }

  Filler filler(int head) {
    return Filler.of(ActorResolver.mention(claim, head));
  }

  /**
   * The nominals inside a filler's phrase that tell whose it is or where, in text order: owners and
   * national adjectives, what follows "of", "in", "from" and the like, and participles that say
   * what was laid on it. What it is about, for or against does not belong to it.
   *
   * @param places whether to take also what tells where it is
   */
  public List<Filler> inside(Filler filler, boolean places) {
    List<Filler> found = new ArrayList<>();
    if (filler.head() >= 0) {
      inside(filler.head(), places ? PLACING : OWNING, found, 0);
    }
    return found;
  }

  /** The nominals of the clauses that tell what the act is meant for, by depth. */
  public List<List<Filler>> aims() {
    return Aims.of(this);
  }

  /**
   * Who does what a participle of a phrase says, and to whom people belong: "missiles fired by the
   * army", "hackers linked to the government", "militants based in the north".
   */
  public List<Filler> agents(Filler filler) {
    List<Filler> found = new ArrayList<>();
    if (filler.head() >= 0) {
      for (int child : children[filler.head()]) {
        boolean clause = base(child).equals("acl");
        boolean modifier = clause || base(child).equals("amod");
        if (clause && isPassive(child)) {
          found.addAll(role(child, "subj"));
        }
        if (modifier && BELONGING.contains(lemma(child))) {
          found.addAll(role(child, "to"));
          found.addAll(role(child, "with"));
        }
        if (clause && SEATED.contains(lemma(child))) {
          found.addAll(role(child, "in"));
        }
      }
    }
    return found;
  }

  private void inside(int token, Set<String> prepositions, List<Filler> found, int depth) {
    for (int child : children[token]) {
      boolean other = isTime(child) || child == predicate();
      if (depth >= DEEPEST || other || !belongs(child, token, prepositions)) {
        continue;
      }
      if (isNominal(child)) {
        found.add(filler(child));
      }
      inside(child, prepositions, found, depth + 1);
    }
  }

  private boolean belongs(int child, int phrase, Set<String> prepositions) {
    String label = label(child);
    String base = base(label);
    if (base.equals("amod") || base.equals("compound")) {
      return !tokens.get(phrase).getUpos().equals("PROPN");
    }
    if (base.equals("acl")) {
      return isPassive(child);
    }
    boolean participle = base.equals("obl") && base(relation(phrase)).equals("acl");
    int colon = label.indexOf(':');
    return label.equals("nmod:poss")
        || (base.equals("nmod") || participle)
            && colon > 0
            && prepositions.contains(label.substring(colon + 1));
  }

  private List<Filler> any(int token) {
    List<Filler> all = new ArrayList<>();
    for (String role : PARTY_ROLES) {
      all.addAll(role(token, role));
    }
    if (all.isEmpty()) {
      for (int deeper : heads(token, "comp")) {
        // A clause with a subject of its own tells what somebody else does.
        if (dependents(deeper, "nsubj", "nsubj:pass").isEmpty()) {
          all.addAll(any(deeper));
        }
      }
    }
    return all;
  }

  /** A copy, because callers extend it. */
  private List<Integer> heads(int token, String role) {
    List<Integer> heads = new ArrayList<>();
    boolean passive = isPassive(token);
    boolean nominal = isNominal(token);
    boolean twoObjects =
        !dependents(token, "nsubj:pass").isEmpty() && !dependents(token, "obj").isEmpty();
    for (int child : children[token]) {
      if (role.equals("comp")
          ? isComplement(child)
          : fits(role, canonical(label(child), passive, nominal, twoObjects))) {
        heads.add(child);
      }
    }
    if (heads.isEmpty() && role.equals("comp")) {
      for (int object : heads(token, "obj")) {
        heads.addAll(heads(object, "comp"));
      }
    }
    return heads;
  }

  private boolean isComplement(int child) {
    String base = base(relation(child));
    boolean verb = tokens.get(child).getUpos().equals("VERB");
    // "Complained while they left" does not say what about.
    if (base.equals("advcl")
        && dependents(child, "mark", "advmod").stream().anyMatch(CIRCUMSTANTIAL::contains)) {
      return false;
    }
    return CLAUSES.contains(base) || verb && Set.of("obl", "nmod", "obj").contains(base);
  }

  boolean isNominal(int token) {
    return Set.of("NOUN", "PROPN").contains(tokens.get(token).getUpos());
  }

  private List<Integer> members(int head) {
    List<Integer> members = new ArrayList<>(List.of(head));
    for (int child : children[head]) {
      if (relation(child).equals("conj")
          && (isNominal(child) || tokens.get(child).getEntity() != null)) {
        members.addAll(members(child));
      }
    }
    return members;
  }

  /** UD relation with the preposition as its subtype. */
  private String label(int child) {
    String relation = relation(child);
    if (!relation.equals("obl") && !relation.equals("nmod")) {
      return relation;
    }
    for (int marker : children[child]) {
      if (relation(marker).equals("case")) {
        return relation + ':' + lemma(marker);
      }
    }
    return relation;
  }

  private static boolean fits(String role, String canonical) {
    return role.equals(canonical);
  }

  /** The role for a UD relation, voice and nominal form evened out. */
  private static String canonical(
      String label, boolean passive, boolean nominal, boolean twoObjects) {
    switch (label) {
      case "nsubj":
        return passive && !nominal ? "obj" : "subj";
      case "nsubj:pass":
        return twoObjects ? "iobj" : "obj";
      case "obl:agent":
        return "subj";
      case "obl:by":
        return passive ? "subj" : "by";
      case "nmod:by":
        return nominal ? "subj" : "by";
      case "nmod:poss":
        return nominal ? "subj" : "poss";
      case "nmod:of":
        return nominal ? "obj" : "of";
      case "amod", "compound":
        return "mod";
      default:
        int colon = label.indexOf(':');
        boolean phrase = label.startsWith("obl:") || label.startsWith("nmod:");
        return phrase ? label.substring(colon + 1) : label;
    }
  }

  int[] children(int token) {
    return children[token];
  }

  /** Relation without its subtype. */
  String base(int token) {
    return base(relation(token));
  }

  boolean isVerb(int token) {
    return tokens.get(token).getUpos().equals("VERB");
  }

  private static String base(String relation) {
    int colon = relation.indexOf(':');
    return colon < 0 ? relation : relation.substring(0, colon);
  }

  private static int[][] children(List<Token> tokens) {
    int[] counts = new int[tokens.size()];
    for (Token token : tokens) {
      if (token.getHead() > NONE) {
        counts[token.getHead()]++;
      }
    }
    int[][] children = new int[tokens.size()][];
    for (int i = 0; i < children.length; i++) {
      children[i] = new int[counts[i]];
    }
    Arrays.fill(counts, 0);
    for (int i = 0; i < tokens.size(); i++) {
      int head = tokens.get(i).getHead();
      if (head > NONE) {
        children[head][counts[head]++] = i;
      }
    }
    return children;
  }
}
