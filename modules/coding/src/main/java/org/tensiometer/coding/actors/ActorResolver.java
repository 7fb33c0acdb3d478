package org.tensiometer.coding.actors;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.tensiometer.coding.CountryCodes;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.Mention;
import org.tensiometer.contracts.Token;

/**
 * Resolves the mentions of a claim: by their own words, by an apposition beside them, by what a
 * pronoun or a short form refers to.
 */
public final class ActorResolver {

  private static final double ANTECEDENT = 0.85;
  private static final double APPOSITION = 0.9;
  private static final double HALF_OF_KOREA = 0.9;
  private static final Set<String> KOREAS = Set.of("KOR", "PRK");
  private static final Set<String> OUTSIDE =
      Set.of("conj", "cc", "acl", "acl:relcl", "parataxis", "case", "punct", "appos", "advcl");

  private final PhraseResolver phrases;

  public ActorResolver(PhraseResolver phrases) {
    this.phrases = phrases;
  }

  /**
   * The parties of a mention, compound ones as several.
   *
   * @param month when it was published; null if unknown
   * @return at least one party, unknown if nothing was recognised
   */
  public List<Party> resolve(Claim claim, Mention mention, YearMonth month) {
    List<Party> own = phrases.resolve(mention.getText(), month);
    List<Token> tokens = claim.getTokens();
    Integer head = mention.getHead();
    if (own.get(0).basis() == Party.Basis.SURNAME) {
      return fuller(own, mention, tokens, month);
    }
    if (known(own)) {
      return head == null ? own : ally(own, claim, mention, month);
    }
    String sector = own.get(0).sector();
    if (head != null) {
      Party half = halfOfKorea(claim, tokens, head);
      if (half.hasCode()) {
        return List.of(half);
      }
      for (String beside : appositions(claim, mention, tokens, head)) {
        List<Party> found = phrases.resolve(beside, month);
        if (known(found)) {
          return through(found, "apposition", APPOSITION, sector);
        }
      }
    }
    for (Antecedent antecedent : antecedents(mention, tokens)) {
      int there = antecedentHead(tokens, antecedent.text(), antecedent.start());
      boolean elsewhere = there < 0 || head != null && there == head;
      List<Party> found = phrases.resolve(antecedent.text(), month);
      if (!known(found) && !elsewhere) {
        for (String beside : appositions(claim, mention(claim, there), tokens, there)) {
          found = known(found) ? found : phrases.resolve(beside, month);
        }
      }
      if (known(found)) {
        return through(found, "antecedent", ANTECEDENT, sector);
      }
    }
    return own;
  }

  /** "Its NATO ally Turkey": what stands beside a relation to an organisation says who it is. */
  private List<Party> ally(List<Party> own, Claim claim, Mention mention, YearMonth month) {
    int head = mention.getHead();
    List<Token> tokens = claim.getTokens();
    boolean organisation = !CountryCodes.isCountry(own.get(0).code());
    if (organisation && phrases.isRelation(tokens.get(head).getForm())) {
      for (String beside : appositions(claim, mention, tokens, head)) {
        List<Party> found = phrases.resolve(beside, month);
        if (known(found)) {
          return through(found, "apposition", APPOSITION, null);
        }
      }
    }
    return own;
  }

  /** Whom a surname means, if the article has called somebody by a fuller name before. */
  private List<Party> fuller(
      List<Party> own, Mention mention, List<Token> tokens, YearMonth month) {
    for (Antecedent antecedent : antecedents(mention, tokens)) {
      List<Party> found = phrases.resolve(antecedent.text(), month);
      boolean somebodyElse = phrases.isNamesake(antecedent.text(), own.get(0));
      boolean person = phrases.hasSurname(antecedent.text(), found.get(0)) && found.size() == 1;
      if (somebodyElse || person) {
        return through(found, "antecedent", 1, null);
      }
    }
    return own;
  }

  /** The parties of the noun phrase around a token. */
  public List<Party> resolve(Claim claim, int head, YearMonth month) {
    return resolve(claim, mention(claim, head), month);
  }

  /** The noun phrase around a token, without appositions, conjuncts and clauses. */
  public static Mention mention(Claim claim, int head) {
    List<Token> tokens = claim.getTokens();
    int[] span = span(tokens, head);
    int start = tokens.get(span[0]).getStart();
    int end = tokens.get(span[1]).getEnd();
    return new Mention(text(claim, start, end), start, end, head, null, null);
  }

  private static boolean known(List<Party> parties) {
    return parties.get(0).hasCode();
  }

  private static List<Party> through(List<Party> found, String rule, double factor, String sector) {
    return found.stream().map(p -> p.through(rule, factor)).map(p -> p.withSector(sector)).toList();
  }

  /** "The North" and "the South" where the sentence speaks of Korea. */
  private Party halfOfKorea(Claim claim, List<Token> tokens, int head) {
    Token token = tokens.get(head);
    boolean north = token.getForm().equals("North");
    boolean south = token.getForm().equals("South");
    if (!north && !south || !phrases.mentions(claim.getSentence().getText(), KOREAS)) {
      return Party.UNKNOWN;
    }
    return new Party(north ? "PRK" : "KOR", null, "rule:half-of-Korea", HALF_OF_KOREA);
  }

  private static List<String> appositions(
      Claim claim, Mention mention, List<Token> tokens, int head) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).getHead() == head && tokens.get(i).getRelation().equals("appos")) {
        texts.add(mention(claim, i).getText());
      }
    }
    Token token = tokens.get(head);
    if (token.getRelation().equals("appos") && token.getHead() >= 0) {
      texts.add(mention(claim, token.getHead()).getText());
    }
    int title = titleBefore(mention, tokens, head);
    if (title >= 0) {
      texts.add(mention(claim, title).getText());
    }
    return texts;
  }

  /**
   * "the Chilean minister, Ana Soto, said": a name after a noun and a comma is that of the noun.
   */
  private static int titleBefore(Mention mention, List<Token> tokens, int head) {
    int first = head;
    while (first > 0 && tokens.get(first - 1).getStart() >= mention.getStart()) {
      first--;
    }
    boolean name = tokens.get(head).getUpos().equals("PROPN");
    boolean comma = first >= 2 && tokens.get(first - 1).getForm().equals(",");
    return name && comma && tokens.get(first - 2).getUpos().equals("NOUN") ? first - 2 : -1;
  }

  /** The parties opposed in a phrase: those of "anti-Ruritanian posters". */
  public List<Party> opposed(String text, YearMonth month) {
    return phrases.opposed(text, month);
  }

  /** The head of an antecedent that stands in the same sentence; -1 if it stands elsewhere. */
  private static int antecedentHead(List<Token> tokens, String text, Integer start) {
    if (start == null) {
      return -1;
    }
    int end = start + text.codePointCount(0, text.length());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.getStart() < start || token.getEnd() > end) {
        continue;
      }
      int head = token.getHead();
      boolean outside =
          head < 0 || tokens.get(head).getStart() < start || tokens.get(head).getEnd() > end;
      if (outside) {
        return i;
      }
    }
    return -1;
  }

  /** What the mention, its head or its possessor refer to. */
  private List<Antecedent> antecedents(Mention mention, List<Token> tokens) {
    List<Antecedent> texts = new ArrayList<>();
    Integer noun = mention.getHead();
    if (noun != null && isOwned(tokens, noun) && phrases.isRelation(tokens.get(noun).getForm())) {
      // Whose allies they are does not tell who they are.
      return texts;
    }
    if (mention.getAntecedent() != null) {
      texts.add(new Antecedent(mention.getAntecedent(), mention.getAntecedentStart()));
    }
    Integer head = mention.getHead();
    if (head == null) {
      return texts;
    }
    if (tokens.get(head).getAntecedent() != null) {
      texts.add(antecedent(tokens.get(head)));
    }
    for (Token token : tokens) {
      boolean possessor = token.getHead() == head && token.getRelation().equals("nmod:poss");
      if (possessor && token.getAntecedent() != null) {
        texts.add(antecedent(token));
      }
    }
    return texts;
  }

  private static boolean isOwned(List<Token> tokens, int noun) {
    return tokens.stream()
        .anyMatch(token -> token.getHead() == noun && token.getRelation().equals("nmod:poss"));
  }

  /**
   * Words that something refers to.
   *
   * @param start offset of their first code point in the article; null if unknown
   */
  private record Antecedent(String text, Integer start) {}

  private static Antecedent antecedent(Token token) {
    return new Antecedent(token.getAntecedent(), token.getAntecedentStart());
  }

  private static int[] span(List<Token> tokens, int head) {
    BitSet inside = new BitSet(tokens.size());
    inside.set(head);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        boolean child = token.getHead() >= 0 && inside.get(token.getHead());
        if (!inside.get(i)
            && child
            && (!leaves(token) || token.getHead() != head && !clause(token))) {
          inside.set(i);
          grown = true;
        }
      }
    }
    for (int i = 1; i < tokens.size() - 1; i++) {
      boolean bridge = tokens.get(i).getForm().equals("-");
      if (bridge && inside.get(i - 1) && inside.get(i + 1)) {
        inside.set(i);
      }
    }
    int first = head;
    while (first > 0 && inside.get(first - 1)) {
      first--;
    }
    int last = head;
    while (last < tokens.size() - 1 && inside.get(last + 1)) {
      last++;
    }
    return new int[] {first, last};
  }

  private static boolean leaves(Token token) {
    return OUTSIDE.contains(token.getRelation()) || token.getRelation().startsWith("nsubj");
  }

  private static boolean clause(Token token) {
    return token.getRelation().startsWith("acl") || token.getRelation().equals("advcl");
  }

  private static String text(Claim claim, int start, int end) {
    String sentence = claim.getSentence().getText();
    int base = claim.getSentence().getStart();
    int from = sentence.offsetByCodePoints(0, start - base);
    return sentence.substring(from, sentence.offsetByCodePoints(from, end - start));
  }
}
