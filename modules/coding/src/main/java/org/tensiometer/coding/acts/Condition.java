package org.tensiometer.coding.acts;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tensiometer.contracts.Modality;
import org.tensiometer.contracts.Polarity;
import org.tensiometer.contracts.PredicateKind;

/** What a pattern asks of the words around its predicate. */
public sealed interface Condition {

  /** Says what is known of a filler. */
  interface PartyTest {

    /** Whether it is a recognised party. */
    boolean isParty(Filler filler);

    /** Whether it is a state, its organs or an organisation, and not just people of a country. */
    boolean isOfficial(Filler filler);
  }

  boolean holds(ClaimTree tree, PartyTest parties);

  /** How much it narrows a pattern down; of several that fit, the narrowest codes the claim. */
  default int weight() {
    return 1;
  }

  /** The opposite: {@code !obj}. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return !condition.holds(tree, parties);
    }
  }

  /** Part of speech of the predicate: {@code verb}, {@code noun}, {@code adj}. */
  record Kind(PredicateKind kind) implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return tree.claim().getPredicate().getKind() == kind;
    }
  }

  /**
   * {@code neg}: the predicate is negated, so that who does not do it refuses to; but who is not
   * expected to, is prevented, or has no plans, refuses nothing.
   */
  record Negated() implements Condition {
    @Override
    public int weight() {
      return 4;
    }

    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return tree.claim().getPolarity() == Polarity.NEGATED && tree.isRefusal();
    }
  }

  /** {@code passive}. */
  record Passive() implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return tree.isPassive(tree.predicate());
    }
  }

  /** {@code obj}: the role is filled. */
  record Present(RolePath path) implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return !path.fillers(tree).isEmpty();
    }
  }

  /** {@code obj:party}: the role is filled by a recognised party. */
  record IsParty(RolePath path) implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return path.fillers(tree).stream().anyMatch(parties::isParty);
    }
  }

  /** {@code obj:official}: the role is filled by a state, its organs or an organisation. */
  record IsOfficial(RolePath path) implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return path.fillers(tree).stream().anyMatch(parties::isOfficial);
    }
  }

  /** {@code obj:person}: the head of the role is a person's name. */
  record IsPerson(RolePath path) implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return path.fillers(tree).stream()
          .anyMatch(filler -> filler.head() >= 0 && tree.isPersonName(filler.head()));
    }
  }

  /** {@code comp:neg}: the role is filled by a clause that is negated: promised not to. */
  record IsNegated(RolePath path) implements Condition {
    @Override
    public int weight() {
      return 4;
    }

    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return path.fillers(tree).stream().anyMatch(filler -> tree.isNegated(filler.head()));
    }
  }

  /** {@code obj=a|@set}: lemma or form of the filler's head; of a clause only if affirmed. */
  record HeadIn(RolePath path, Set<String> words) implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return path.fillers(tree).stream()
          .filter(filler -> filler.head() >= 0)
          .filter(filler -> !path.isComplement() || !tree.isNegated(filler.head()))
          .anyMatch(
              filler ->
                  words.contains(tree.lemma(filler.head()))
                      || words.contains(tree.form(filler.head())));
    }
  }

  /** {@code obj~a|@set}: a lemma anywhere in the filler's phrase. */
  record PhraseHas(RolePath path, Set<String> words) implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return path.fillers(tree).stream()
          .filter(filler -> filler.head() >= 0)
          .anyMatch(filler -> anyOf(tree.phraseLemmas(filler.head()), words));
    }
  }

  /** {@code prt=off}: the particle of a phrasal verb. */
  record Particle(Set<String> words) implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      List<String> near = tree.dependents(tree.predicate(), "compound:prt", "advmod", "prt");
      return anyOf(near, words);
    }
  }

  /** {@code attr=military}: an adjective or noun before the predicate. */
  record Attribute(Set<String> words) implements Condition {
    @Override
    public int weight() {
      return 3;
    }

    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return anyOf(tree.dependents(tree.predicate(), "amod", "compound"), words);
    }
  }

  /** {@code aux=have}, {@code aux=be}: an auxiliary or a copula of the predicate. */
  record Auxiliary(Set<String> words) implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return anyOf(tree.dependents(tree.predicate(), "aux", "aux:pass", "cop"), words);
    }
  }

  /** {@code demanded}: somebody asks for the act, and it is no mere condition. */
  record Demanded() implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      return tree.claim().getModality() == Modality.DEMANDED;
    }
  }

  /** {@code cue=must|should}: the word that gave the claim its modality. */
  record Cue(Set<String> words) implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      String cue = tree.claim().getModalityCue();
      return cue != null && words.contains(cue.toLowerCase(java.util.Locale.ROOT));
    }
  }

  /** {@code gov=hold|have}: the word that governs the predicate. */
  record Governor(Set<String> words) implements Condition {
    @Override
    public boolean holds(ClaimTree tree, PartyTest parties) {
      int head = tree.head(tree.predicate());
      return head >= 0 && words.contains(tree.lemma(head));
    }
  }

  private static boolean anyOf(Collection<String> found, Set<String> words) {
    return found.stream().anyMatch(words::contains);
  }
}
